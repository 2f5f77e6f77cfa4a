// Uncertainty-weighted ensemble score: record and value.
import { EVERYTHING, type Interval, multiplyIntervals, subtractIntervals } from "../../interval.ts";
import { meanInterval, varianceInterval } from "../../sum-interval.ts";
import type { Monotone, Operator } from "../operator.ts";
import { mean } from "../reduction/mean.ts";
import { variance } from "../reduction/var.ts";

/** mean − weight·variance; NaN where n ≤ ddof. */
export function uwo(xs: ArrayLike<number>, weight: number, ddof: number): number {
  return mean(xs) - weight * variance(xs, ddof);
}

function reduceRange(element: Interval, count: Interval, weight: Interval = EVERYTHING, ddof?: Interval): Interval {
  return subtractIntervals(meanInterval(element, count), multiplyIntervals(weight, varianceInterval(element, count, ddof)));
}

export function spreadMonotone([, weight]: Interval[]): Monotone[] {
  return [weight.lo === 0 && weight.hi === 0 ? "+" : "?", "-", weight.lo >= 0 ? "-" : weight.hi <= 0 ? "+" : "?"];
}

export const operator: Operator = {
  name: "uwo",
  category: "combining",
  summary: "The mean of an ensemble less a multiple of its variance.",
  doc: "Uncertainty-weighted optimisation: `mean − weight·variance`, the variance divided by n (`ddof: 0`, as published for best-of-n) or by n − 1 (`ddof: 1`, as published for PPO); it must be said. It does *not* rise with every member: where one is far above the others, raising it further lowers the result, and lowering it pays. `softmin` has the same effect to second order and rises everywhere. Missing where n ≤ ddof.",
  parameters: [
    {
      name: "xs",
      type: "values",
      doc: "The scores of the members, pure numbers: a vector, a list, or a value `over` an ensemble or a group.",
    },
    { name: "weight", type: "number", doc: "How much variance costs, λ in the papers." },
    { name: "ddof", type: "count", constant: true, doc: "0 divides by n, 1 by n − 1." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: uwo,
  reduceRange,
  monotone: spreadMonotone,
  examples: [
    { expression: "uwo([2, 1, 0], 0.5, ddof: 0)", value: 0.666667, tolerance: 5e-5 },
    { expression: "uwo([2, 1, 0], 0.5, ddof: 1)", value: 0.5 },
  ],
  source: "Coste et al., Reward Model Ensembles Help Mitigate Overoptimization, 2024",
};
