// A list in order of size: record and value.
import type { Operator } from "../operator.ts";

/** Which text comes first by its code points: below 0, 0 or above 0. */
export function compareTexts(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    if (x[i] !== y[i]) return Number(x[i].codePointAt(0)) - Number(y[i].codePointAt(0));
  }
  return x.length - y.length;
}

/** Smallest first; all missing where one is. */
export function sort<T>(xs: ArrayLike<T>): T[] {
  const sorted = Array.from(xs) as (number | string | null)[];
  if (sorted.includes(null)) return sorted.map(() => null) as T[];
  if (sorted.some((x) => Number.isNaN(x))) return sorted.map(() => NaN) as T[];
  sorted.sort((a, b) =>
    typeof a === "string" ? compareTexts(a, String(b)) : Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : 0,
  );
  return sorted as T[];
}

export const operator: Operator = {
  name: "sort",
  category: "list",
  summary: "The elements from the smallest to the largest.",
  doc: "Numbers by size, texts by their code points, so upper case comes before lower case. Where one element is missing nobody knows its place, and all of the result is. `reverse(sort(xs))` begins with the largest.",
  parameters: [{ name: "xs", type: "list", doc: "A vector or a list of numbers, conditions or texts." }],
  result: "as first",
  resultType: ([xs]) => {
    if (xs.kind === "vector") return { kind: "vector", size: xs.size, of: xs.of };
    if (xs.kind !== "list" || xs.of.kind === "vector" || xs.of.kind === "list")
      return { problem: "'sort' needs a list of numbers or texts; vectors have no order." };
    return xs;
  },
  unit: "same",
  elementwise: false,
  evaluate: sort,
  range: ([xs]) => xs,
  monotone: ["?"],
  examples: [
    { expression: "sort([3, -1, 2])", value: [-1, 2, 3] },
    { expression: 'sort(["b", "a", "B"])', value: ["B", "a", "b"] },
  ],
  source: "Python `sorted`",
};
