// Whether a list holds a value, `contains(xs, v)`: record and value.
import { TRUTH } from "../../interval.ts";
import { same } from "../comparison/same.ts";
import type { Operator } from "../operator.ts";

/** 1 where an element equals v; else 0, or NaN where v or an element is missing. */
export function containsElement<T>(xs: ArrayLike<T>, v: T): number {
  let found = Number.isNaN(same(v as never, v as never)) ? NaN : 0;
  for (let i = 0; i < xs.length; i++) {
    const equal = same(xs[i] as never, v as never);
    if (equal === 1) return 1;
    if (Number.isNaN(equal)) found = NaN;
  }
  return found;
}

export const operator: Operator = {
  name: "contains_element",
  category: "list",
  summary: "Whether a vector or list has an element that equals a value.",
  doc: "Mostly written `contains(xs, v)`: true where some element is equal to `v` as a whole. Of a text `contains` searches for a part; of a list of texts with a regular expression it searches each of them, and of a list of single values `contains(xs, x)` is `x in xs`.",
  parameters: [
    { name: "xs", type: "list", doc: "A vector or a list of anything." },
    { name: "v", type: "any", doc: "A value like its elements." },
  ],
  result: "bool",
  unit: "ratio",
  elementwise: false,
  evaluate: containsElement,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: "contains_element([1, 2, 3], 2)", value: true },
    { expression: "contains_element(rows([1, 2, 3, 4], 2), [3, 4])", value: true },
  ],
  source: "Python `in`",
};
