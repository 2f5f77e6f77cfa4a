// Standard deviation of a vector, a list or along an axis: record and value.
import { rootInterval } from "../../interval.ts";
import { varianceInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { variance } from "./var.ts";

/** √variance; NaN where n ≤ ddof. */
export function std(values: ArrayLike<number>, ddof = 0): number {
  return Math.sqrt(variance(values, ddof));
}

export const operator: Operator = {
  name: "std",
  category: "reduction",
  summary: "The standard deviation: how far values lie from their mean.",
  doc: "`√(Σ (xᵢ − mean)² / (n − ddof))`. `ddof: 0` divides by n (the default), `ddof: 1` by n − 1 (a sample). Missing where n ≤ ddof.",
  parameters: [
    { name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." },
    { name: "ddof", type: "count", default: 0, constant: true, pure: true, doc: "0 for all there is, 1 for a sample of more." },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: std,
  reduceRange: (element, count, ddof) => rootInterval(varianceInterval(element, count, ddof)),
  monotone: ["?"],
  examples: [{ expression: "std([1, 0.5, -0.3])", value: 0.535413, tolerance: 5e-5 }],
  source: "NumPy `std`",
};
