// Variance of a vector, a list or along an axis: record and value.
import { varianceInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { mean } from "./mean.ts";

/** Σ (xᵢ − mean)² / (n − ddof), in two passes; NaN where n ≤ ddof. */
export function variance(values: ArrayLike<number>, ddof = 0): number {
  if (values.length <= ddof) return NaN;
  const centre = mean(values);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += (values[i] - centre) * (values[i] - centre);
  return total / (values.length - ddof);
}

export const operator: Operator = {
  name: "var",
  category: "reduction",
  summary: "The variance: the mean squared distance from the mean.",
  doc: "`Σ (xᵢ − mean)² / (n − ddof)`. `ddof: 0` divides by n (the default), `ddof: 1` by n − 1 (a sample). Missing where n ≤ ddof.",
  parameters: [
    { name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." },
    { name: "ddof", type: "count", default: 0, constant: true, pure: true, doc: "0 for all there is, 1 for a sample of more." },
  ],
  result: "number",
  unit: "square",
  elementwise: false,
  reduce: variance,
  reduceRange: varianceInterval,
  monotone: ["?"],
  examples: [
    { expression: "var([10, 10, 10, -20])", value: 168.75 },
    { expression: "var([1, 3], ddof: 1)", value: 2 },
  ],
  source: "NumPy `var`",
};
