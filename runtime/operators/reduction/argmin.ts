// Where the smallest value stands: record and value.
import type { Operator } from "../operator.ts";

/** Index of the smallest value, the first of several; NaN over nothing, or where one is NaN. */
export function argmin(values: ArrayLike<number>): number {
  let found = values.length > 0 ? 0 : NaN;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) return NaN;
    if (values[i] < values[found]) found = i;
  }
  return found;
}

export const operator: Operator = {
  name: "argmin",
  category: "reduction",
  summary: "The index of the smallest value, counted from 0.",
  doc: "The index of the smallest element, of several equal ones the first. Missing over nothing, and where an element cannot be computed. `other[argmin(scores)]` is what another vector holds there; over steps it is the step.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." }],
  result: "count",
  unit: "ratio",
  elementwise: false,
  reduce: argmin,
  reduceRange: (_, count) => ({ lo: 0, hi: Math.max(0, count.hi - 1) }),
  monotone: ["?"],
  examples: [{ expression: "argmin([3, 1, 4, 1, 4])", value: 1 }],
  source: "NumPy `argmin`",
};
