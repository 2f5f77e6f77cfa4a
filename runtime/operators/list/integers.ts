// Whole numbers from one to another: record and value.
import type { Operator } from "../operator.ts";

/** a, a + 1, … b; empty for b < a; null where a bound is not whole or there would be more than a million. */
export function integers(a: number, b: number): number[] | null {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || b - a >= 1e6) return null;
  const numbers: number[] = [];
  for (let k = a; k <= b; k++) numbers.push(k);
  return numbers;
}

export const operator: Operator = {
  name: "integers",
  category: "list",
  summary: "The whole numbers from one bound to the other, both included, as a list.",
  doc: "`a, a + 1, … b`; empty where `b` is below `a`. Missing where a bound is not whole, or where there would be more than a million numbers. `for k in a..b` goes over them.",
  parameters: [
    { name: "a", type: "number", doc: "The first number." },
    { name: "b", type: "number", doc: "The last number." },
  ],
  result: "list of number",
  unit: "same",
  elementwise: false,
  evaluate: integers,
  range: ([a, b]) => ({ lo: a.lo, hi: Math.max(a.lo, b.hi) }),
  monotone: ["?", "?"],
  examples: [
    { expression: "integers(2, 5)", value: [2, 3, 4, 5] },
    { expression: "integers(2, 1)", value: [] },
  ],
  source: "Python `range`, with both ends included",
};
