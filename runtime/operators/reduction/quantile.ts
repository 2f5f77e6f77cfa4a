// The value below which a share of the values lies: record and value.
import type { Operator } from "../operator.ts";

/** Linear between the sorted values, at (n − 1)·q; NaN over nothing, where one is NaN, or for q outside 0..1. */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.some(Number.isNaN) || !(q >= 0 && q <= 1)) return NaN;
  const at = (sorted.length - 1) * q;
  const below = Math.floor(at);
  const a = sorted[below];
  const b = sorted[Math.min(below + 1, sorted.length - 1)];
  const share = at - below;
  if (share === 0 || a === b) return a;
  const value = share < 0.5 ? a + (b - a) * share : b - (b - a) * (1 - share);
  return Math.min(Math.max(value, a), b);
}

export const operator: Operator = {
  name: "quantile",
  category: "reduction",
  summary: "The value below which a given share of the values lies.",
  doc: "Sorted, the value at position `(n − 1)·q`, in a straight line between two neighbours: the smallest for `q = 0`, the median for 0.5, the largest for 1. Missing over nothing and for `q` outside 0..1.",
  parameters: [
    { name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." },
    { name: "q", type: "number", pure: true, doc: "The share, 0 to 1." },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: quantile,
  reduceRange: (element) => element,
  monotone: ["+", "+"],
  examples: [
    { expression: "quantile([3, 1, 2], 0.85)", value: 2.7, tolerance: 1e-12 },
    { expression: "quantile([4, 1, 2, 8], 0.5)", value: 3 },
  ],
  source: "NumPy `quantile`, method `linear`",
};
