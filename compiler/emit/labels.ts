// Names for values that the spec does not name, after the operation that makes them. It must not know where they are used.
import type { Node, NodeId, Program } from "../../runtime/program.ts";
import { camelCase } from "./names.ts";

/** What people call a node: a signal, parameter or named value. */
export function nameOf(program: Program, id: NodeId): string | undefined {
  const node = program.nodes[id];
  if (node.op === "signal" || node.op === "param") return node.name;
  const named = [...program.tracks, ...program.lets, ...program.goals, ...program.probes].find((entry) => entry.node === id);
  return named?.name;
}

/** A name for a value the spec does not name. */
export function labelOf(node: Node): string {
  if (node.op === "apply" || node.op === "reduce" || node.op === "aggregate" || node.op === "temporal")
    return LABELS[node.operator] ?? camelCase(node.operator);
  // The compiler numbers the states it makes itself.
  if (node.op === "state") return camelCase(node.name.replace(/_\d+$/, ""));
  return LABELS[node.op] ?? node.op;
}

/** The values of a sequence, which are called by two words in the spec. */
export function sequenceLabels({ sequences }: Program): [NodeId, string][] {
  return sequences.flatMap(({ name, done, progress, reached, advances }) =>
    Object.entries({ done, progress, reached, advances }).map(([part, id]): [NodeId, string] => [
      id,
      camelCase(`${name}_${part}`),
    ]),
  );
}

const LABELS: Readonly<Record<string, string>> = {
  add: "sum",
  subtract: "difference",
  multiply: "product",
  divide: "ratio",
  negate: "opposite",
  less: "isLess",
  less_equal: "isAtMost",
  greater: "isGreater",
  greater_equal: "isAtLeast",
  equal: "isEqual",
  not_equal: "isDifferent",
  between: "isWithin",
  one_of: "isOneOf",
  matches: "isMatch",
  contains: "isMatch",
  and: "both",
  or: "either",
  not: "isNot",
  if: "choice",
  default: "value",
  component: "part",
  constant: "vector",
};
