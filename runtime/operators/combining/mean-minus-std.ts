// An ensemble's mean less its spread: record and value.
import { type Interval, multiplyIntervals, rootInterval, subtractIntervals } from "../../interval.ts";
import { ANY_COUNT, meanInterval, varianceInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { mean } from "../reduction/mean.ts";
import { std } from "../reduction/std.ts";
import { spreadMonotone } from "./uwo.ts";

/** mean − weight·std; NaN where n ≤ ddof. */
export function meanMinusStd(xs: ArrayLike<number>, weight: number, ddof = 0): number {
  return mean(xs) - weight * std(xs, ddof);
}

function range([xs, weight, ddof]: Interval[], _: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const count = counts?.[0] ?? ANY_COUNT;
  const spread = rootInterval(varianceInterval(xs, count, ddof));
  return subtractIntervals(meanInterval(xs, count), multiplyIntervals(weight, spread));
}

export const operator: Operator = {
  name: "mean_minus_std",
  category: "combining",
  summary: "The mean of an ensemble less a multiple of its standard deviation.",
  doc: "`mean − weight·std`, the standard deviation with `ddof: 0` unless another is given. In the unit of the scores, unlike `uwo`. With a weight above `1 / √(n − 1)` it does not rise with every member; `softmin` always does. Missing where n ≤ ddof.",
  parameters: [
    { name: "xs", type: "values", doc: "The scores of the members, a vector or a list." },
    { name: "weight", type: "number", pure: true, doc: "How much a standard deviation costs." },
    { name: "ddof", type: "count", default: 0, constant: true, pure: true, doc: "0 divides by n, 1 by n − 1." },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  evaluate: meanMinusStd,
  range,
  monotone: spreadMonotone,
  examples: [{ expression: "mean_minus_std([2, 1, 0], 0.5)", value: 0.591752, tolerance: 5e-5 }],
  source: "Eisenstein et al., Helping or Herding? Reward Model Ensembles Mitigate but do not Eliminate Reward Hacking, 2024",
};
