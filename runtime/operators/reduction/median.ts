// Median of a vector, a list or along an axis: record and value.
import type { Operator } from "../operator.ts";

/** The middle element in order of size, the mean of the middle two of an even number; NaN over nothing, or where one is NaN. */
export function median(values: ArrayLike<number>): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.some(Number.isNaN)) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const operator: Operator = {
  name: "median",
  category: "reduction",
  summary: "The middle value by size.",
  doc: "The middle element after sorting; of an even number the mean of the middle two. Missing over nothing. One outlier does not move it, unlike `mean`.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." }],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: median,
  reduceRange: (element) => element,
  monotone: ["+"],
  examples: [{ expression: "median([5, 1, 2, 100])", value: 3.5 }],
  source: "NumPy `median`",
};
