// Where the largest value stands: record and value.
import type { Operator } from "../operator.ts";

/** Index of the largest value, the first of several; NaN over nothing, or where one is NaN. */
export function argmax(values: ArrayLike<number>): number {
  let found = values.length > 0 ? 0 : NaN;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) return NaN;
    if (values[i] > values[found]) found = i;
  }
  return found;
}

export const operator: Operator = {
  name: "argmax",
  category: "reduction",
  summary: "The index of the largest value, counted from 0.",
  doc: "The index of the largest element, of several equal ones the first. Missing over nothing, and where an element cannot be computed. `other[argmax(scores)]` is what another vector holds there; over steps it is the step.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." }],
  result: "count",
  unit: "ratio",
  elementwise: false,
  reduce: argmax,
  reduceRange: (_, count) => ({ lo: 0, hi: Math.max(0, count.hi - 1) }),
  monotone: ["?"],
  examples: [{ expression: "argmax([3, 1, 4, 1, 4])", value: 2 }],
  source: "NumPy `argmax`",
};
