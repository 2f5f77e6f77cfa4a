// A value as a sum of parts times constants: 2·(x − prev(x)) + 1 is 2·x − 2·(x before) + 1. It must not know terms.
import type { NodeId, Program } from "../../runtime/program.ts";
import type { Classes } from "./classify-nodes.ts";

export interface Part {
  /** A node of the part's class; where `shift` is 1, its value on the record before is meant. */
  node: NodeId;
  class: number;
  shift: number;
  coefficient: number;
}

export interface Combination {
  parts: Part[];
  constant: number;
}

/** The number a node stands for: literals, and parameters at the value written. */
export function constantOf(program: Program, id: NodeId): number | undefined {
  const node = program.nodes[id];
  if (node?.op === "constant") return typeof node.value === "number" ? node.value : undefined;
  if (node?.op === "infinity") return Number.POSITIVE_INFINITY;
  if (node?.op === "param") return program.params.find((param) => param.name === node.name)?.value;
  if (node?.op !== "apply") return undefined;
  const [a, b] = node.args.map((arg) => constantOf(program, arg));
  if (a === undefined) return undefined;
  if (node.operator === "negate") return 0 - a;
  if (b === undefined) return undefined;
  if (node.operator === "add") return a + b;
  if (node.operator === "subtract") return a - b;
  if (node.operator === "multiply") return a * b;
  if (node.operator === "divide") return a / b;
  return node.operator === "power" ? a ** b : undefined;
}

/** Equal parts (by class) are collected; parts that cancel are dropped. */
export function combineLinearly(program: Program, classes: Classes, root: NodeId): Combination {
  const collected = new Map<string, Part>();
  let constant = 0;
  const add = (node: NodeId, shift: number, factor: number): void => {
    const before = classes.before[node];
    const [of, by] = before === undefined ? [classes.now[node]!, shift] : [before, shift + 1];
    const part = collected.get(`${of}@${by}`) ?? { node: before ?? node, class: of, shift: by, coefficient: 0 };
    part.coefficient += factor;
    collected.set(`${of}@${by}`, part);
  };
  const visit = (id: NodeId, shift: number, factor: number): void => {
    const fixed = constantOf(program, id);
    if (fixed !== undefined) constant += factor * fixed;
    else {
      const inner = takeApart(program, id);
      if (inner === undefined) add(id, shift, factor);
      else for (const part of inner) visit(part.node, shift + part.shift, factor * part.factor);
    }
  };
  visit(root, 0, 1);
  return { parts: [...collected.values()].filter((part) => part.coefficient !== 0), constant };
}

/** A sum, difference, multiple or previous value as the parts it consists of; undefined for anything else. */
function takeApart(program: Program, id: NodeId): { node: NodeId; shift: number; factor: number }[] | undefined {
  const node = program.nodes[id];
  if (node?.op === "prev" && node.args.length === 1) return [{ node: node.args[0], shift: 1, factor: 1 }];
  const [a, b] = node?.op === "apply" ? node.args : [];
  if (node?.op !== "apply" || a === undefined) return undefined;
  if (node.operator === "negate") return [{ node: a, shift: 0, factor: -1 }];
  if (b === undefined) return undefined;
  if (node.operator === "add" || node.operator === "subtract") {
    const sign = node.operator === "add" ? 1 : -1;
    return [
      { node: a, shift: 0, factor: 1 },
      { node: b, shift: 0, factor: sign },
    ];
  }
  const [left, right] = [constantOf(program, a), constantOf(program, b)];
  if (node.operator === "multiply" && left !== undefined) return [{ node: b, shift: 0, factor: left }];
  if (node.operator === "multiply" && right !== undefined) return [{ node: a, shift: 0, factor: right }];
  return node.operator === "divide" && right !== undefined && right !== 0
    ? [{ node: a, shift: 0, factor: 1 / right }]
    : undefined;
}
