// A list without repetitions: record and value.
import { same } from "../comparison/same.ts";
import type { Operator } from "../operator.ts";

/** First occurrences, in order; null where an element is missing. */
export function unique<T>(xs: ArrayLike<T>): T[] | null {
  const found: T[] = [];
  const simple = new Set<T>();
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    if (Number.isNaN(same(x as never, x as never))) return null;
    const known = typeof x === "object" ? found.some((other) => same(other as never, x as never) === 1) : simple.has(x);
    if (known) continue;
    simple.add(x);
    found.push(x);
  }
  return found;
}

export const operator: Operator = {
  name: "unique",
  category: "list",
  summary: "The different elements of a list, each once.",
  doc: "First occurrences, in order; vectors and lists inside are compared as a whole. Missing where an element is. `length(unique(xs))` counts what is different.",
  parameters: [{ name: "xs", type: "list", doc: "A vector or a list of anything." }],
  result: "list",
  resultType: ([xs]) => (xs.kind === "vector" ? { kind: "list", of: { kind: xs.of } } : xs),
  unit: "same",
  elementwise: false,
  evaluate: unique,
  range: ([xs]) => xs,
  monotone: ["?"],
  examples: [
    { expression: "unique([2, 1, 2, 3, 1])", value: [2, 1, 3] },
    { expression: 'unique(["a", "b", "a"])', value: ["a", "b"] },
  ],
  source: "Python `dict.fromkeys`",
};
