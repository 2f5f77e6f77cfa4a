// Probabilities of tokens as the likelihood operators read them. Not an operator.
import { type Interval, liftRising, meet } from "../../interval.ts";

/** At most 1 and at least `floor`; a little above 1 is rounding of the model, anything else outside 0..1 is no probability. */
export function tokenProb(p: number, floor: number): number {
  return p >= 0 && p <= 1 + 1e-6 ? Math.min(Math.max(p, floor), 1) : Number.NaN;
}

/** Where such a probability can lie, given where the number does; all of it where nothing fits. */
export function probInterval(p: Interval, floor: number): Interval {
  const fitting = meet(p, { lo: 0, hi: 1 + 1e-6 });
  if (fitting === undefined) return { lo: floor, hi: 1 };
  return { lo: tokenProb(fitting.lo, floor), hi: tokenProb(fitting.hi, floor) };
}

export function logInterval(p: Interval): Interval {
  return liftRising(Math.log, p, { exactAt: [1], codomain: { lo: Number.NEGATIVE_INFINITY, hi: 0 } });
}

/** There is at least one, else the value is missing. */
export function someOf(count: Interval): Interval {
  return { lo: Math.max(1, count.lo), hi: Math.max(1, count.hi) };
}
