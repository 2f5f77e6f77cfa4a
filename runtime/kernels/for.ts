// `[body for x in xs where c]`: the body as a function of one element, called for each. It must not know order or memory.
import { bodyOf } from "../bodies.ts";
import { operatorByName } from "../operators/index.ts";
import type { Node, NodeId, ValueType } from "../program.ts";
import { callOf } from "./apply.ts";
import type { Kernel, Wiring } from "./kernel.ts";
import { filler } from "./leaf.ts";
import { reducer } from "./reduce.ts";
import { depthOf, lift, writeRows } from "./rowwise.ts";

/** The value of a node on a row, given the elements that stand in `slots` at the moment. */
type Value = (row: number) => unknown;

export function buildFor(node: Node & { op: "for" }, wiring: Wiring): Kernel {
  const { nodes } = wiring.program;
  const body = bodyOf(nodes, nodes.indexOf(node));
  const values = new Map<NodeId, Value>();
  const slots: unknown[] = [];
  const read = (id: NodeId): Value => values.get(id)!;
  for (const id of body.outer) values.set(id, wiring.reader(id));
  for (const id of body.inner) values.set(id, innerValue(id, nodes, read, slots));
  return writeRows([each(node, read, slots)], (value: unknown) => value, wiring);
}

/** One result per element that meets the condition; missing where the collection is. */
function each(node: Node & { op: "for" }, read: (id: NodeId) => Value, slots: unknown[]): Value {
  const [collection, body, where] = node.args.map(read);
  return (row) => {
    const given = collection(row) as ArrayLike<unknown> | null;
    if (given === null) return null;
    // A reader may use the same array again for the next vector.
    const elements = Array.from(given);
    const before = slots[node.bound];
    const results: unknown[] = [];
    for (const element of elements) {
      slots[node.bound] = element;
      if (where !== undefined && where(row) !== 1) continue;
      const result = body(row);
      results.push(Array.isArray(result) ? [...result] : result);
    }
    slots[node.bound] = before;
    return results;
  };
}

function innerValue(id: NodeId, nodes: readonly Node[], read: (id: NodeId) => Value, slots: unknown[]): Value {
  const node = nodes[id];
  const args: readonly NodeId[] = "args" in node ? node.args : [];
  const typeOf = (arg: NodeId): ValueType => nodes[arg].type;
  const missing = isItem(node.type) ? null : Number.NaN;
  const of = (f: (...values: unknown[]) => unknown): Value => {
    const parts = args.map(read);
    return (row) => f(...parts.map((part) => part(row))) ?? missing;
  };
  switch (node.op) {
    case "bound":
      return () => slots[id] ?? missing;
    case "for":
      return each(node, read, slots);
    case "vector":
      return of((...parts) => (node.type.kind === "vector" ? parts.flat() : parts));
    case "component": {
      const [first] = node.components;
      return of((v) =>
        node.scalar ? (v as unknown[])?.[first] : node.components.map((k) => (v as unknown[])?.[k] ?? Number.NaN),
      );
    }
    case "element":
      return of((list, index) => (list as ArrayLike<unknown> | null)?.[index as number]);
    case "if": {
      const [condition, yes, no] = args.map(read);
      const depths = args.map((arg) => depthOf(typeOf(arg)));
      if (depths[0] > 0) return of(lift((c, a, b) => (c === 1 ? a : c === 0 ? b : elementMissing(node.type)), depths));
      return (row) => {
        const holds = condition(row);
        const value = holds === 1 ? yes(row) : holds === 0 ? no(row) : missing;
        return node.type.kind === "vector" && !Array.isArray(value) ? new Array(node.type.size).fill(value) : value;
      };
    }
    case "default": {
      if (isItem(node.type)) return of((value, otherwise) => value ?? otherwise);
      return of(
        lift(
          (value, otherwise) => (Number.isNaN(value) ? otherwise : value),
          args.map((arg) => depthOf(typeOf(arg))),
        ),
      );
    }
    case "reduce": {
      const { reduce } = reducer(operatorByName.get(node.operator)?.name ?? node.operator);
      return of((values, ...extras) => (values === null ? null : reduce(values as number[], ...(extras as number[]))));
    }
    case "apply":
      return of(callOf(node.operator, args.map(typeOf), node.type) as (...values: unknown[]) => unknown);
    case "pattern":
      return of(filler(node.pattern, node.flags) as (...values: unknown[]) => unknown);
    default:
      return () => missing;
  }
}

const isItem = (type: ValueType): boolean => type.kind === "text" || type.kind === "list";

function elementMissing(type: ValueType): null | number {
  if (type.kind === "list") return elementMissing(type.of);
  return type.kind === "text" ? null : Number.NaN;
}
