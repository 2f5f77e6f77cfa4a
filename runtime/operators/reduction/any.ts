// Whether one condition of a vector, a list or along an axis holds: record and value.
import { point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where one value is 1; else NaN where one cannot be evaluated; else 0, also over nothing. */
export function any(values: ArrayLike<number>): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 1) return 1;
    if (values[i] !== 0) found = NaN;
  }
  return found;
}

export const operator: Operator = {
  name: "any",
  category: "reduction",
  summary: "Whether at least one condition holds.",
  doc: "False over nothing. One that holds decides, even where another cannot be evaluated.",
  parameters: [{ name: "conditions", type: "values", doc: "A vector or list of conditions, or a condition `over` an axis." }],
  result: "bool",
  unit: "none",
  elementwise: false,
  reduce: any,
  reduceRange: (element, count) =>
    element.hi === 0 || count.hi === 0 ? point(0) : element.lo === 1 && count.lo >= 1 ? point(1) : TRUTH,
  monotone: ["+"],
  examples: [
    { expression: "any([1, 3] > 2)", value: true },
    { expression: "any(t == 9) over steps", value: false, steps: 4 },
  ],
  source: "Existential quantifier",
};
