// Sum of the elements of a vector, a list or along an axis: record and value.
import { sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";

/** Σ xᵢ, added in order from 0; 0 over nothing. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

export const operator: Operator = {
  name: "sum",
  category: "reduction",
  summary: "Adds up the elements of a vector or list, or the values along an axis.",
  doc: "`Σ xᵢ` in order; 0 over nothing. Over steps it grows with the length of the episode: a positive value per step pays for staying alive.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis." }],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: sum,
  reduceRange: sumInterval,
  monotone: ["+"],
  examples: [
    { expression: "sum([1, 2, 3.5])", value: 6.5 },
    { expression: "sum(t) over steps", value: 6, steps: 4 },
  ],
  source: "Sequential summation",
};
