// What the goals want of each signal: more or less of it, and whether its sum, its best, its last value or every one counts.
// It must not know terms.
import type { Monotone } from "../../runtime/operators/operator.ts";
import type { Named, Node, NodeId, SignalDeclaration } from "../../runtime/program.ts";
import { firstTimeOf, recordOf } from "./bound-sum.ts";
import type { Facts } from "./facts.ts";
import { findDifferences, telescopes } from "./find-difference.ts";
import { argumentDirections, compose } from "./find-direction.ts";
import { elementKind } from "./infer-range.ts";
import { factOf } from "./remember.ts";
import { dependenciesOf, endsBehind } from "./trace-reads.ts";

/** How a goal takes a signal's values together: it adds them up, takes the best, the last, the mean, or asks for each of them. */
export type Taken = "sum" | "best" | "last" | "mean" | "each" | "whole";

export interface Want {
  signal: SignalDeclaration;
  /** More of it is better, less of it is, or that depends (`?`). */
  direction: Monotone;
  taken: ReadonlySet<Taken>;
  goals: readonly Named[];
}

/** By signal; nothing for signals that no goal reads. */
export const wantsOf = factOf((facts: Facts): ReadonlyMap<string, Want> => {
  const found = new Map<string, { direction: Monotone; taken: Set<Taken>; goals: Set<Named> }>();
  for (const goal of facts.program.goals) {
    const seen = new Set<string>();
    const visit = (id: NodeId, direction: Monotone, taken: Taken): void => {
      const node = facts.program.nodes[id];
      const key = `${id} ${direction} ${taken}`;
      if (node === undefined || seen.has(key)) return;
      seen.add(key);
      if (node.op === "signal") {
        const want = found.get(node.name) ?? { direction, taken: new Set(), goals: new Set() };
        want.direction = want.direction === direction ? direction : "?";
        want.taken.add(taken);
        want.goals.add(goal);
        found.set(node.name, want);
      } else for (const part of partsOf(facts, id, node, taken)) visit(part.node, compose(direction, part.direction), part.taken);
    };
    visit(goal.node, "+", "whole");
  }
  return new Map(
    [...found].flatMap(([name, { direction, taken, goals }]) => {
      const signal = facts.signals.get(name);
      return signal === undefined ? [] : [[name, { signal, direction, taken, goals: [...goals] }] as const];
    }),
  );
});

/** The goal is about attaining it, more of it or less, rather than about keeping clear of an event. */
export function isWanted(want: Want | undefined): boolean {
  return want !== undefined && (want.direction !== "-" || elementKind(want.signal.type) === "number");
}

interface Part {
  node: NodeId;
  direction: Monotone;
  taken: Taken;
}

const folds: Readonly<Record<string, Taken>> = {
  sum: "sum",
  count: "sum",
  discounted: "sum",
  any: "best",
  max: "best",
  last: "last",
  first: "last",
  mean: "mean",
  all: "each",
  min: "each",
};

function partsOf(facts: Facts, id: NodeId, node: Node, taken: Taken): Part[] {
  const { program, classes } = facts;
  const parts = (nodes: readonly NodeId[], direction: Monotone, how = taken): Part[] =>
    nodes.map((part) => ({ node: part, direction, taken: how }));
  const best = recordOf(program, classes, id) ?? firstTimeOf(program, classes, id);
  if (best !== undefined) return parts([best], "+", "best");
  const differences = findDifferences(program, classes, id);
  if (differences !== undefined && telescopes(differences))
    return differences.differences.flatMap(({ of, now }) => parts([of], now > 0 ? "+" : "-", "last"));
  if (node.op === "aggregate" && node.axis === "steps") {
    const how = folds[node.operator];
    const where = node.where === undefined ? [] : parts([node.where], "?");
    return [...parts(node.args.slice(0, 1), how === undefined ? "?" : "+", how ?? taken), ...where];
  }
  if (node.op === "temporal") return parts(node.args, "+", node.operator === "always" ? "each" : "best");
  if (node.op === "builtin") return parts(endsBehind(program, node.name), "+");
  if (node.op === "reduce" || node.op === "vector" || node.op === "component" || node.op === "prev") {
    const known = node.op !== "reduce" || folds[node.operator] !== undefined;
    return parts(node.args.slice(0, node.op === "vector" ? undefined : 1), known ? "+" : "?");
  }
  if (node.op === "if") return branches(facts, node.args, taken);
  if (node.op !== "apply") return parts(dependenciesOf(program, node), "?");
  const directions = argumentDirections(program, node.operator, node.args, node.args.map(facts.range));
  return node.args.map((arg, index) => ({ node: arg, direction: directions[index] ?? directions.at(-1) ?? "?", taken }));
}

function branches(facts: Facts, [condition, yes, no]: readonly [NodeId, NodeId, NodeId], taken: Taken): Part[] {
  const [a, b] = [facts.range(yes), facts.range(no)];
  const direction: Monotone = a.lo >= b.hi ? "+" : a.hi <= b.lo ? "-" : "?";
  return [
    { node: condition, direction, taken },
    { node: yes, direction: "+", taken },
    { node: no, direction: "+", taken },
  ];
}
