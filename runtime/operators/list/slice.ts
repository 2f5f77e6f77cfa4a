// Part of a list, `xs[a..b]`: record and value.
import type { Operator } from "../operator.ts";

/** Elements a to b, both included, as far as they exist; null where a bound is neither whole nor infinite. */
export function slice<T>(xs: ArrayLike<T>, a: number, b: number): T[] | null {
  const from = Math.max(0, a);
  const to = Math.min(xs.length - 1, b);
  const part: T[] = [];
  if (Math.floor(a) !== a || Math.floor(b) !== b) return null;
  for (let i = from; i <= to; i++) part.push(xs[i]);
  return part;
}

export const operator: Operator = {
  name: "slice",
  category: "list",
  summary: "The elements of a list from one place to another, both included.",
  doc: "`xs[a..b]` of a list: elements count from 0, and what lies outside is left out, so `xs[0..2]` of two elements gives both and `xs[2..inf]` all from the third. Missing where a bound is not whole. Of a vector the bounds must be known beforehand and inside.",
  parameters: [
    { name: "xs", type: "list", doc: "A list of anything." },
    { name: "a", type: "number", pure: true, doc: "The first place, counted from 0." },
    { name: "b", type: "number", pure: true, doc: "The last place; it is included." },
  ],
  result: "list",
  resultType: ([xs]) => (xs.kind === "vector" ? { kind: "list", of: { kind: xs.of } } : xs),
  unit: "first",
  elementwise: false,
  evaluate: slice,
  range: ([xs]) => xs,
  monotone: ["?", "?", "?"],
  examples: [
    { expression: 'slice(["a", "b", "c"], 1, 5)', value: ["b", "c"] },
    { expression: "slice([1, 2, 3], 2, 1)", value: [] },
  ],
  source: "Python slices, with both ends included and no counting from the end",
};
