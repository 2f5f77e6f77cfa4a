// Mean of the elements of a vector, a list or along an axis: record and value.
import { meanInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { sum } from "./sum.ts";

/** (Σ xᵢ) / n, added in order; NaN over nothing. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

export const operator: Operator = {
  name: "mean",
  category: "reduction",
  summary: "The average of a vector or list, or of the values along an axis.",
  doc: "`(Σ xᵢ) / n`. Over nothing it is missing: give `??`. A mean over something the policy chooses the number of can be raised by leaving out the bad part.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." }],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: mean,
  reduceRange: meanInterval,
  monotone: ["+"],
  examples: [
    { expression: "mean([1, 2, 4.5])", value: 2.5 },
    { expression: "mean(t) over steps", value: 1.5, steps: 4 },
  ],
  source: "Arithmetic mean",
};
