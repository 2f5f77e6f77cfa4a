// What is paid where a value is missing and its replacement stands in. It must not know rules.
import { hull, type Interval, maxIntervals, multiplyIntervals, negateInterval, point } from "../../runtime/interval.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import { assumeNothing, joinAssumptions } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import type { Ranges } from "./infer-range.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";
import type { Paid } from "./value-terms.ts";

export interface Replacement {
  node: NodeId;
  value: NodeId;
  paid: Paid;
  /** What the term pays while it is missing. */
  missing: Interval;
  /** What the term can pay in all. */
  all: Interval;
}

/** The `??` whose value may really be missing, once for each term that reads it. */
export const replacementsOf = factOf((facts: Facts): Replacement[] => {
  const { program, classes } = facts;
  const found = program.nodes.flatMap((node, id) => (node.op === "default" && mayMiss(facts, node) ? [{ id, node }] : []));
  if (found.length === 0) return [];
  return facts.paid.flatMap((paid) => {
    const below = new Set(
      [paid.term.node, ...(paid.term.when === undefined ? [] : [paid.term.when])].flatMap((root) => [
        ...nodesBelow(program, root),
      ]),
    );
    return found.flatMap(({ id, node }): Replacement[] => {
      if (!below.has(id)) return [];
      const [value, otherwise] = node.args;
      const stands = facts.range(otherwise);
      const assumed = joinAssumptions(assumeNothing(), { signals: new Map(), classes: new Map([[classes.now[id]!, stands]]) });
      return [
        {
          node: id,
          value,
          paid,
          missing: paidUnder(facts, paid, facts.rangesUnder(assumed)),
          all: hull(paid.once, { lo: 0, hi: 0 }),
        },
      ];
    });
  });
});

/** One payment, all else than the missing value being there. */
function paidUnder({ program }: Facts, { term }: Paid, ranges: Ranges): Interval {
  const unit = term.rate === "second" ? (program.settings.dt ?? 1) : 1;
  const value = term.role === "penalty" ? maxIntervals(ranges(term.node), point(0)) : ranges(term.node);
  const weighted = multiplyIntervals(multiplyIntervals(ranges(term.weight), point(unit)), value);
  const signed = term.role === "penalty" ? negateInterval(weighted) : weighted;
  const open = term.when === undefined ? 1 : ranges(term.when).lo;
  return open >= 1 && term.rate !== "once" ? signed : hull(signed, point(0));
}

/** Missing over nothing. */
const overSomething: ReadonlySet<string> = new Set(["mean", "min", "max", "median", "std", "var"]);

/** Sources whose silence says something about the check, not about the world: no car ahead is no fault of a sensor. */
const checking: ReadonlySet<string> = new Set(["verifier", "judge", "model", "human", "policy", "agent"]);

/** A number or a bool that a check may lack or that may not be found. */
function mayMiss(facts: Facts, node: Node & { op: "default" }): boolean {
  const value = facts.program.nodes[node.args[0]];
  const fold = (value?.op === "reduce" || value?.op === "aggregate") && overSomething.has(value.operator);
  if (![...facts.reads(node.args[0])].some((name) => checking.has(facts.signals.get(name)?.from?.kind ?? ""))) return false;
  return (value?.optional === true || fold) && (node.type.kind === "number" || node.type.kind === "bool");
}
