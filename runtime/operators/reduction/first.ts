// The first value of a vector, a list or along an axis: record and value.
import type { Operator } from "../operator.ts";

/** The first element; NaN over nothing. */
export function first(values: ArrayLike<number>): number {
  return values.length > 0 ? values[0] : NaN;
}

export const operator: Operator = {
  name: "first",
  category: "reduction",
  summary: "The first element, or the value on the first step.",
  doc: "Missing over nothing. Without an argument list, `first` is the built-in condition that is true on the first step.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." }],
  result: "as first",
  unit: "same",
  elementwise: false,
  reduce: first,
  reduceRange: (element) => element,
  monotone: ["+"],
  examples: [
    { expression: "first([4, 5, 6])", value: 4 },
    { expression: "first(t + 1) over steps", value: 1, steps: 4 },
  ],
  source: "Order of the records",
};
