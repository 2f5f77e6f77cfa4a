// The first element of a list: record and value.
import type { Operator } from "../operator.ts";

/** The first element; null where there is none. */
export function firstOf<T>(xs: ArrayLike<T>): T | null {
  return xs[0] ?? null;
}

export const operator: Operator = {
  name: "first_of",
  category: "list",
  summary: "The first element of a list.",
  doc: "The same as `xs[0]`: missing where there is none, so it needs `??`.",
  parameters: [{ name: "xs", type: "list", doc: "A vector or a list of anything." }],
  result: "element?",
  unit: "same",
  elementwise: false,
  evaluate: firstOf,
  range: ([xs]) => xs,
  monotone: ["?"],
  examples: [
    { expression: "first_of([4, 5, 6])", value: 4 },
    { expression: 'first_of(["a", "b"]) ?? ""', value: "a" },
  ],
  source: "Python `xs[0]`",
};
