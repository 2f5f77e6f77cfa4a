// Whether every condition of a vector, a list or along an axis holds: record and value.
import { point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 0 where one value is 0; else NaN where one cannot be evaluated; else 1, also over nothing. */
export function all(values: ArrayLike<number>): number {
  let found = 1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) return 0;
    if (values[i] !== 1) found = NaN;
  }
  return found;
}

export const operator: Operator = {
  name: "all",
  category: "reduction",
  summary: "Whether every condition holds.",
  doc: "True over nothing, so an empty list passes: add `count(…) > 0` where it must not. One that does not hold decides, even where another cannot be evaluated.",
  parameters: [{ name: "conditions", type: "values", doc: "A vector or list of conditions, or a condition `over` an axis." }],
  result: "bool",
  unit: "none",
  elementwise: false,
  reduce: all,
  reduceRange: (element, count) =>
    element.lo === 1 || count.hi === 0 ? point(1) : element.hi === 0 && count.lo >= 1 ? point(0) : TRUTH,
  monotone: ["+"],
  examples: [
    { expression: "all([1, 3] > 2)", value: false },
    { expression: "all(t < 9) over steps", value: true, steps: 4 },
  ],
  source: "Universal quantifier",
};
