// How many conditions of a vector, a list or along an axis hold: record and value.
import type { Operator } from "../operator.ts";

/** How many values are 1; 0 over nothing; NaN where one cannot be evaluated. */
export function count(values: ArrayLike<number>): number {
  let held = 0;
  for (let i = 0; i < values.length; i++) held += values[i];
  return held;
}

export const operator: Operator = {
  name: "count",
  category: "reduction",
  summary: "How many conditions hold.",
  doc: "0 over nothing. `count(true) over steps` is the number of steps. Cannot be evaluated where one of the conditions cannot. The length of a list is `length(xs)`.",
  parameters: [{ name: "conditions", type: "values", doc: "A vector or list of conditions, or a condition `over` an axis." }],
  result: "count",
  unit: "none",
  elementwise: false,
  reduce: count,
  reduceRange: (element, number) => ({ lo: element.lo === 1 ? number.lo : 0, hi: element.hi === 0 ? 0 : number.hi }),
  monotone: ["+"],
  examples: [
    { expression: "count([1, 3, 4] > 2)", value: 2 },
    { expression: "count(true) over steps", value: 4, steps: 4 },
  ],
  source: "Counting",
};
