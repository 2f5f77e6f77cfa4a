// What an episode can pay in all, without shaping, over everything the declarations allow: sound bounds by interval arithmetic.
import { addIntervals, EVERYTHING, hull, type Interval, multiplyIntervals, point } from "../../runtime/interval.ts";
import type { NodeId, Program, Require } from "../../runtime/program.ts";
import { type Assumptions, assumeNothing, joinAssumptions, looksBack } from "../facts/assumptions.ts";
import { type Facts, factsOf } from "../facts/facts.ts";
import type { Ranges } from "../facts/infer-range.ts";
import { isTotal } from "../facts/is-total.ts";
import { type Paid, valueTerms } from "../facts/value-terms.ts";

/** Bounds of the undiscounted sum; infinite where the declarations leave it unbounded or nothing is known. */
export function returnRange(program: Program, assumed: Assumptions = assumeNothing()): Interval {
  const facts = factsOf(program);
  const ranges = facts.rangesUnder(assumed);
  const paid = valueTerms(facts, ranges, assumed);
  const settled =
    program.total === undefined
      ? paid.reduce((sum, { episode }) => addIntervals(sum, episode), point(0))
      : totalled(program, program.total, facts, paid, assumed);
  const holds = ({ node }: Require) => ranges(node).lo >= 1 && isTotal(program, node, ranges);
  const atRisk = program.requires.filter((require) => !holds(require));
  return atRisk.reduce((range, require) => capped(program, range, require, ranges, facts.length.most), settled);
}

/** With the lowest declared value, which is paid where it cannot be computed. */
function closed(program: Program, node: NodeId, ranges: Ranges): Interval {
  const lowest = program.nodes[node]?.range?.[0] ?? null;
  return lowest === null || isTotal(program, node, ranges) ? ranges(node) : hull(ranges(node), point(lowest));
}

/** What `total` makes of the terms: on the last step of all, on the steps before it of those that are known there. */
function totalled(program: Program, total: NodeId, facts: Facts, paid: readonly Paid[], assumed: Assumptions): Interval {
  // What looks back on the last step meets terms of the end that were not paid yet.
  const last = (once: Interval) => (looksBack(program) ? hull(once, point(0)) : once);
  const onStep = (isLast: boolean) => {
    const once = new Map(
      paid.map(({ term, once }) => [term.name, term.timing === "step" ? once : isLast ? last(once) : point(0)]),
    );
    const known = assumeNothing();
    for (const [id, node] of program.nodes.entries()) {
      const range =
        node.op === "terms" ? [...once.values()].reduce(addIntervals, point(0)) : node.op === "term" && once.get(node.name);
      if (range) known.classes.set(facts.classes.now[id]!, range);
    }
    return closed(program, total, facts.rangesUnder(joinAssumptions(assumed, known)));
  };
  if (facts.length.most <= 1) return onStep(true);
  return addIntervals(onStep(true), multiplyIntervals(onStep(false), { lo: 0, hi: facts.length.most - 1 }));
}

/** A condition that cannot be evaluated is violated. */
function capped(program: Program, range: Interval, require: Require, ranges: Ranges, most: number): Interval {
  const held = ranges(require.node);
  const cap = closed(program, require.otherwise, ranges);
  // A cap on single steps can pull every step of the episode down.
  if (require.timing === "step" && most > 1) return { lo: EVERYTHING.lo, hi: range.hi };
  const lowered = { lo: Math.min(range.lo, cap.lo), hi: Math.min(range.hi, cap.hi) };
  return held.hi <= 0 ? lowered : hull(range, { lo: lowered.lo, hi: range.hi });
}
