// The last value of a vector, a list or along an axis: record and value.
import type { Operator } from "../operator.ts";

/** The last element; NaN over nothing. */
export function last(values: ArrayLike<number>): number {
  return values.length > 0 ? values[values.length - 1] : NaN;
}

export const operator: Operator = {
  name: "last",
  category: "reduction",
  summary: "The last element, or the value on the last step.",
  doc: "Missing over nothing. `last(x) over steps` is what the episode ended with.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." }],
  result: "as first",
  unit: "same",
  elementwise: false,
  reduce: last,
  reduceRange: (element) => element,
  monotone: ["+"],
  examples: [
    { expression: "last([4, 5, 6])", value: 6 },
    { expression: "last(t) over steps", value: 3, steps: 4 },
  ],
  source: "Order of the records",
};
