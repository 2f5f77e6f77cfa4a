// Assumptions about an episode: bounds of signals and of whole conditions, on every step. Facts are asked under them.
// Derived by taking a condition apart, so that `not x` true also says that x is false. It must not know terms.
import { type Interval, meet, point, TRUTH } from "../../runtime/interval.ts";
import type { NodeId, Program } from "../../runtime/program.ts";
import { endsBehind } from "./trace-reads.ts";

export interface Assumptions {
  /** Narrowed signals. */
  signals: Map<string, Interval>;
  /** Narrowed values, by class of node. */
  classes: Map<number, Interval>;
}

export function assumeNothing(): Assumptions {
  return { signals: new Map(), classes: new Map() };
}

/** Adds what follows from `condition` being `holds` throughout; parts that say nothing about single values are kept whole. */
export function assumeCondition(
  program: Program,
  classes: readonly number[],
  condition: NodeId,
  holds: boolean,
  into: Assumptions,
): Assumptions {
  const node = program.nodes[condition];
  if (node === undefined) return into;
  into.classes.set(classes[condition]!, point(holds ? 1 : 0));
  const recur = (part: NodeId, is: boolean) => assumeCondition(program, classes, part, is, into);
  if (node.op === "signal") narrow(into, node.name, holds ? point(1) : point(0));
  if (node.op === "builtin" && !holds) for (const end of endsBehind(program, node.name)) recur(end, false);
  if (node.op !== "apply") return into;
  const [a, b] = node.args;
  if (node.operator === "not" && a !== undefined) recur(a, !holds);
  if ((node.operator === "and" && holds) || (node.operator === "or" && !holds)) for (const part of node.args) recur(part, holds);
  if (a !== undefined && b !== undefined) assumeComparison(program, node.operator, a, b, holds, into);
  return into;
}

const flipped: Readonly<Record<string, string>> = {
  less: "greater",
  less_equal: "greater_equal",
  greater: "less",
  greater_equal: "less_equal",
};
const refuted: Readonly<Record<string, string>> = {
  less: "greater_equal",
  less_equal: "greater",
  greater: "less_equal",
  greater_equal: "less",
};

/** A signal against a constant narrows the signal; strict and weak bounds are the same closed interval. */
function assumeComparison(program: Program, operator: string, a: NodeId, b: NodeId, holds: boolean, into: Assumptions): void {
  const effective = holds ? operator : refuted[operator];
  if (effective === undefined || flipped[effective] === undefined) return;
  const [left, right] = [program.nodes[a], program.nodes[b]];
  if (left?.op === "signal" && right?.op === "constant" && typeof right.value === "number") {
    narrow(into, left.name, side(effective, right.value));
  }
  if (right?.op === "signal" && left?.op === "constant" && typeof left.value === "number") {
    narrow(into, right.name, side(flipped[effective], left.value));
  }
}

function side(operator: string, bound: number): Interval {
  return operator.startsWith("less") ? { lo: Number.NEGATIVE_INFINITY, hi: bound } : { lo: bound, hi: Number.POSITIVE_INFINITY };
}

function narrow(into: Assumptions, signal: string, to: Interval): void {
  const known = into.signals.get(signal);
  into.signals.set(signal, known === undefined ? to : (meet(known, to) ?? to));
}

/** That no `ends` condition with one of these outcomes ever holds. */
export function assumeNoEnd(
  program: Program,
  classes: readonly number[],
  outcomes: readonly (string | undefined)[],
): Assumptions {
  const into = assumeNothing();
  for (const end of program.ends) if (outcomes.includes(end.outcome)) assumeCondition(program, classes, end.node, false, into);
  for (const [id, node] of program.nodes.entries()) {
    if (node.op !== "builtin") continue;
    const never =
      (node.name === "succeeded" && outcomes.includes("success")) ||
      (node.name === "failed" && outcomes.includes("failure")) ||
      (node.name === "terminated" && program.ends.every((end) => outcomes.includes(end.outcome)));
    if (never) into.classes.set(classes[id]!, point(0));
  }
  return into;
}

export const ANY_END: readonly (string | undefined)[] = ["success", "failure", undefined];
/** The bounds a condition has where nothing is known. */
export const UNDECIDED: Interval = TRUTH;
