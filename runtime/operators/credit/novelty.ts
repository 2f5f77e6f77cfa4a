// A reward that fades with each visit: record and value.
import { EVERYTHING, type Interval, meet, multiplyIntervals, TRUTH, widen } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** r / count^power; NaN for a count below 1 or a negative power. */
export function novelty(r: number, count: number, power = 3): number {
  return count >= 1 && power >= 0 ? r / count ** power : Number.NaN;
}

/** How much of a reward is left: between 0 and 1. */
export function fadingInterval(count: Interval, power: Interval): Interval {
  const visits = meet(count, { lo: 1, hi: Number.POSITIVE_INFINITY });
  const powers = meet(power, { lo: 0, hi: Number.POSITIVE_INFINITY });
  if (visits === undefined || powers === undefined) return TRUTH;
  const ends = { lo: 1 / visits.hi ** powers.hi, hi: 1 / visits.lo ** powers.lo };
  if (Number.isNaN(ends.lo)) ends.lo = 0;
  const exact = ends.hi === 1 && (ends.lo === 0 || ends.lo === 1);
  return exact ? ends : widen(ends, 8, TRUTH);
}

function range([r, count, power]: Interval[]): Interval {
  const product = multiplyIntervals(r, fadingInterval(count, power));
  return Number.isNaN(product.lo) || Number.isNaN(product.hi) ? EVERYTHING : widenUnlessRound(product, r);
}

/** A quotient is rounded once more than the product of bounds, but never leaves 0..r. */
function widenUnlessRound(product: Interval, r: Interval): Interval {
  return widen(product, 8, { lo: Math.min(r.lo, 0), hi: Math.max(r.hi, 0) });
}

function monotone([r]: Interval[]): Monotone[] {
  const along: Monotone = r.lo >= 0 ? "-" : r.hi <= 0 ? "+" : "?";
  return ["+", along, along];
}

export const operator: Operator = {
  name: "novelty",
  category: "credit",
  summary: "A reward that fades each time the same thing is met again.",
  doc: "`r / count^power`, where `count` includes the present visit: the first pays `r`, the second `r/8` with the power 3. All visits together then pay less than 1.2021·r (ζ(3)), so it cannot be farmed; with `power: 1` it can. Count within the episode, for example `count_so_far(…)`, and say where the count starts anew. A count below 1 or a negative power cannot be computed.",
  parameters: [
    { name: "r", type: "number", doc: "What the first visit pays." },
    { name: "count", type: "number", doc: "Visits so far, this one included." },
    { name: "power", type: "number", default: 3, doc: "How fast it fades; above 1 the sum is bounded." },
  ],
  result: "number",
  unit: "first",
  elementwise: true,
  evaluate: novelty,
  range,
  monotone,
  examples: [
    { expression: "novelty(1, [1, 2, 3, 4])", value: [1, 0.125, 0.037037, 0.015625], tolerance: 5e-5 },
    { expression: "novelty(1, 4, power: 0.5)", value: 0.5 },
  ],
  source: "Zheng et al., Online Intrinsic Rewards for Decision Making Agents from Large Language Model Feedback (ONI), 2024",
};
