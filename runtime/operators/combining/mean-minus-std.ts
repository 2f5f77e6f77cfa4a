// An ensemble's mean less its spread: record and value.
import { EVERYTHING, type Interval, multiplyIntervals, rootInterval, subtractIntervals } from "../../interval.ts";
import { meanInterval, varianceInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { mean } from "../reduction/mean.ts";
import { std } from "../reduction/std.ts";
import { spreadMonotone } from "./uwo.ts";

/** mean − weight·std; NaN where n ≤ ddof. */
export function meanMinusStd(xs: ArrayLike<number>, weight: number, ddof = 0): number {
  return mean(xs) - weight * std(xs, ddof);
}

function reduceRange(element: Interval, count: Interval, weight: Interval = EVERYTHING, ddof?: Interval): Interval {
  const spread = rootInterval(varianceInterval(element, count, ddof));
  return subtractIntervals(meanInterval(element, count), multiplyIntervals(weight, spread));
}

export const operator: Operator = {
  name: "mean_minus_std",
  category: "combining",
  summary: "The mean of an ensemble less a multiple of its standard deviation.",
  doc: "`mean − weight·std`, the standard deviation with `ddof: 0` unless another is given. In the unit of the scores, unlike `uwo`. With a weight above `1 / √(n − 1)` it does not rise with every member; `softmin` always does. Missing where n ≤ ddof.",
  parameters: [
    { name: "xs", type: "values", doc: "The scores of the members: a vector, a list, or a value `over` an ensemble or a group." },
    { name: "weight", type: "number", pure: true, doc: "How much a standard deviation costs." },
    { name: "ddof", type: "count", default: 0, constant: true, pure: true, doc: "0 divides by n, 1 by n − 1." },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: meanMinusStd,
  reduceRange,
  monotone: spreadMonotone,
  examples: [{ expression: "mean_minus_std([2, 1, 0], 0.5)", value: 0.591752, tolerance: 5e-5 }],
  source: "Eisenstein et al., Helping or Herding? Reward Model Ensembles Mitigate but do not Eliminate Reward Hacking, 2024",
};
