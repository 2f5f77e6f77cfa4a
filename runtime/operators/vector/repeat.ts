// One value several times: record and value.
import type { Operator } from "../operator.ts";

/** v, n times; null where n is not a whole number from 0 to a million. */
export function repeat<T>(v: T, n: number): T[] | null {
  if (!Number.isInteger(n) || n < 0 || n > 1e6 || v === null) return null;
  return Array.from({ length: n }, () => v);
}

export const operator: Operator = {
  name: "repeat",
  category: "vector",
  summary: "The same value several times, as a vector or list.",
  doc: "A number or condition and a constant `n` give a `vector(n)`; anything else gives a list of `n` elements. Missing where `n` is not whole, negative, or above a million.",
  parameters: [
    { name: "v", type: "any", doc: "Any value." },
    { name: "n", type: "count", pure: true, doc: "How often, a whole number from 0." },
  ],
  result: "list",
  resultType: ([v], [, n]) => {
    const single = v.kind === "number" || v.kind === "bool";
    if (single && typeof n === "number" && n >= 1 && n <= 4096) return { kind: "vector", size: n, of: v.kind };
    return { kind: "list", of: v };
  },
  unit: "first",
  elementwise: false,
  evaluate: repeat,
  range: ([v]) => v,
  monotone: ["?", "?"],
  examples: [
    { expression: "repeat(0.5, 3)", value: [0.5, 0.5, 0.5] },
    { expression: 'repeat("a", 2)', value: ["a", "a"] },
  ],
  source: "NumPy `full`",
};
