// Comparisons that the declared ranges decide: true or false on every record, whatever happens. It must not know terms.
import type { Interval } from "../../runtime/interval.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";

export interface Decided {
  node: NodeId;
  holds: boolean;
  /** Both sides, and their ranges. */
  sides: NodeId[];
  ranges: Interval[];
  /** Both sides are the same value. */
  itself: boolean;
}

const comparisons: ReadonlySet<string> = new Set([
  "less",
  "less_equal",
  "greater",
  "greater_equal",
  "equal",
  "not_equal",
  "between",
]);

/** By node. What reads a parameter is left out, because a parameter is there to be moved; so is `x >= 0`, or `x < 0`, for x from 0. */
export const decidedOf = factOf((facts: Facts): ReadonlyMap<NodeId, Decided> => {
  const { program } = facts;
  const found = new Map<NodeId, Decided>();
  for (const [id, node] of program.nodes.entries()) {
    const decided = node.op === "apply" && comparisons.has(node.operator) ? decide(facts, id, node) : undefined;
    if (decided !== undefined) found.set(id, decided);
  }
  return found;
});

function decide(facts: Facts, id: NodeId, node: Extract<Node, { op: "apply" }>): Decided | undefined {
  const { classes, program } = facts;
  if (node.timing === "constant" || node.type.kind !== "bool") return undefined;
  const sides = [...node.args];
  const ranges = sides.map(facts.range);
  const [a, b] = sides;
  const readsSomething =
    facts.reads(id).size > 0 || [...nodesBelow(program, id)].some((below) => program.nodes[below]?.op === "builtin");
  if (!readsSomething || tunable(facts, id)) return undefined;
  if (sides.length === 2 && classes.now[a!] === classes.now[b!]) {
    const holds = ["less_equal", "greater_equal", "equal"].includes(node.operator);
    return { node: id, holds, sides, ranges, itself: true };
  }
  const { lo, hi } = facts.range(id);
  if (lo !== hi || touches(ranges)) return undefined;
  return { node: id, holds: lo === 1, sides, ranges, itself: false };
}

/** A bound of the comparison is the bound that is declared: up to there, and no further. */
function touches([a, b, c]: readonly Interval[]): boolean {
  return [b, c].some((bound) => bound !== undefined && (a!.lo === bound.hi || a!.hi === bound.lo));
}

function tunable({ program }: Facts, id: NodeId): boolean {
  return [...nodesBelow(program, id)].some((below) => program.nodes[below]?.op === "param");
}
