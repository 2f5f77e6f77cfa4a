// Whether two whole vectors, lists or texts are the same: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** What can be compared: numbers, conditions and texts, and vectors and lists of them, however deep. */
type Comparable = number | string | null | ArrayLike<Comparable>;

/** 1 where both have the same length and equal elements, 0 where not, NaN where one or an element of one is missing. */
export function same(a: Comparable, b: Comparable): number {
  if (a === null || b === null || Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (typeof a !== "object" || typeof b !== "object") return a === b ? 1 : 0;
  if (a.length !== b.length) return 0;
  for (let i = 0; i < a.length; i++) {
    const equal = same(a[i], b[i]);
    if (equal !== 1) return equal;
  }
  return 1;
}

export const operator: Operator = {
  name: "same",
  category: "comparison",
  summary: "Whether two vectors or lists are equal as a whole.",
  doc: "True where both have the same length and every pair of elements is equal. `==` answers element by element.",
  parameters: [
    { name: "a", type: "any", doc: "A vector, a list or a single value." },
    { name: "b", type: "any", doc: "Another one of the same kind and unit." },
  ],
  result: "bool",
  unit: "ratio",
  elementwise: false,
  evaluate: same,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: "same([1, 2], [1, 2])", value: true },
    { expression: "same([1, 2], [2, 1])", value: false },
  ],
  source: "Element-wise equality",
};
