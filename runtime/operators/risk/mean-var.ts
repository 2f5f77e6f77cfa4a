// The mean of outcomes less a charge for their variance: record and value.
import { type Interval, multiplyIntervals, point, subtractIntervals } from "../../interval.ts";
import { meanInterval, varianceInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { mean } from "../reduction/mean.ts";
import { variance } from "../reduction/var.ts";

/** mean − risk·variance, the variance divided by n; NaN over nothing. */
export function meanVar(values: ArrayLike<number>, risk: number): number {
  return mean(values) - risk * variance(values, 0);
}

function reduceRange(element: Interval, count: Interval, risk: Interval = point(0)): Interval {
  return subtractIntervals(meanInterval(element, count), multiplyIntervals(risk, varianceInterval(element, count)));
}

export const operator: Operator = {
  name: "mean_var",
  category: "risk",
  summary: "The mean of outcomes less a multiple of their variance.",
  doc: "`mean − risk·variance`, the variance divided by n. With `risk` above 0 a rare disaster counts for more than its share of the mean, but so does a rare *success*: the variance has no side, and an outcome far above the others is charged as well. `cvar` looks only at the bad end. Missing over nothing.",
  parameters: [
    { name: "values", type: "values", doc: "The outcomes, pure numbers: a vector, a list, or a value `over` an axis." },
    { name: "risk", type: "number", pure: true, doc: "How much variance costs; 0 is the plain mean." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: meanVar,
  reduceRange,
  monotone: ["?", "-"],
  examples: [
    { expression: "mean_var([10, 10, 10, -20], 0.05)", value: -5.9375, tolerance: 1e-12 },
    { expression: "mean_var([2, 2, 2, 2], 0.05)", value: 2 },
  ],
  source: "Mean-variance utility, as in risk-averse evaluation of rewards",
};
