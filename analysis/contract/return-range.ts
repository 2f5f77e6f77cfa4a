// What an episode can pay in all, without shaping, over everything the declarations allow: sound bounds by interval arithmetic.
import { EVERYTHING, hull, type Interval, multiplyIntervals } from "../../runtime/interval.ts";
import type { Program } from "../../runtime/program.ts";
import { factsOf } from "../facts/facts.ts";

/** Bounds of the undiscounted sum; infinite where the declarations leave it unbounded or nothing is known. */
export function returnRange(program: Program): Interval {
  const facts = factsOf(program);
  const steps = { lo: 1, hi: facts.length.most };
  const settled = program.total === undefined ? facts.terms : multiplyIntervals(facts.range(program.total), steps);
  return program.requires.reduce((range, require) => {
    const cap = facts.range(require.otherwise);
    // A cap on single steps can pull every step of the episode down.
    if (require.timing === "step" && facts.length.most > 1) return { lo: EVERYTHING.lo, hi: range.hi };
    return hull(range, { lo: Math.min(range.lo, cap.lo), hi: range.hi });
  }, settled);
}
