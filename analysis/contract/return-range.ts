// What an episode can pay in all, without shaping, over everything the declarations allow: sound bounds by interval arithmetic.
import { addIntervals, EVERYTHING, hull, type Interval, multiplyIntervals, point } from "../../runtime/interval.ts";
import type { Program, Require } from "../../runtime/program.ts";
import { type Assumptions, assumeNothing } from "../facts/assumptions.ts";
import { factsOf } from "../facts/facts.ts";
import type { Ranges } from "../facts/infer-range.ts";
import { isTotal } from "../facts/is-total.ts";
import { valueTerms } from "../facts/value-terms.ts";

/** Bounds of the undiscounted sum; infinite where the declarations leave it unbounded or nothing is known. */
export function returnRange(program: Program, assumed: Assumptions = assumeNothing()): Interval {
  const facts = factsOf(program);
  const ranges = facts.rangesUnder(assumed);
  const steps = { lo: 1, hi: facts.length.most };
  const terms = valueTerms(facts, ranges, assumed).reduce((sum, { episode }) => addIntervals(sum, episode), point(0));
  const settled = program.total === undefined ? terms : multiplyIntervals(ranges(program.total), steps);
  const holds = ({ node }: Require) => ranges(node).lo >= 1 && isTotal(program, node, ranges);
  const atRisk = program.requires.filter((require) => !holds(require));
  return atRisk.reduce((range, require) => capped(range, require, ranges, facts.length.most), settled);
}

/** A condition that cannot be evaluated is violated. */
function capped(range: Interval, require: Require, ranges: Ranges, most: number): Interval {
  const held = ranges(require.node);
  const cap = ranges(require.otherwise);
  // A cap on single steps can pull every step of the episode down.
  if (require.timing === "step" && most > 1) return { lo: EVERYTHING.lo, hi: range.hi };
  const lowered = { lo: Math.min(range.lo, cap.lo), hi: Math.min(range.hi, cap.hi) };
  return held.hi <= 0 ? lowered : hull(range, { lo: lowered.lo, hi: range.hi });
}
