// A list back to front: record and value.
import type { Operator } from "../operator.ts";

/** The last element first. */
export function reverse<T>(xs: ArrayLike<T>): T[] {
  return Array.from(xs).reverse();
}

export const operator: Operator = {
  name: "reverse",
  category: "list",
  summary: "The elements in the opposite order.",
  doc: "The last element comes first. A vector stays a vector; a quaternion does not stay one.",
  parameters: [{ name: "xs", type: "list", doc: "A vector or a list of anything." }],
  result: "as first",
  resultType: ([xs]) => (xs.kind === "vector" ? { kind: "vector", size: xs.size, of: xs.of } : xs),
  unit: "same",
  elementwise: false,
  evaluate: reverse,
  range: ([xs]) => xs,
  monotone: ["?"],
  examples: [
    { expression: "reverse([1, 2, 3])", value: [3, 2, 1] },
    { expression: 'reverse(["a", "b"])', value: ["b", "a"] },
  ],
  source: "Python `reversed`",
};
