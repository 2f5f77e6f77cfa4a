// The last element of a list: record and value.
import type { Operator } from "../operator.ts";

/** The last element; null where there is none. */
export function lastOf<T>(xs: ArrayLike<T>): T | null {
  return xs[xs.length - 1] ?? null;
}

export const operator: Operator = {
  name: "last_of",
  category: "list",
  summary: "The last element of a list.",
  doc: "Missing where there is none, so it needs `??`. The value on the last step of an episode is `last(x) over steps`.",
  parameters: [{ name: "xs", type: "list", doc: "A vector or a list of anything." }],
  result: "element?",
  unit: "same",
  elementwise: false,
  evaluate: lastOf,
  range: ([xs]) => xs,
  monotone: ["?"],
  examples: [
    { expression: "last_of([4, 5, 6])", value: 6 },
    { expression: 'last_of(["a", "b"]) ?? ""', value: "b" },
  ],
  source: "Python `xs[-1]`",
};
