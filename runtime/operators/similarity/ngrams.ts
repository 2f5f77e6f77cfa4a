// All runs of n elements of a list: record and value.
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";

/** Every run of n neighbours, in order; null where n is not a whole number from 1 or they would hold over 10 million elements. */
export function ngrams(xs: ArrayLike<unknown> | null, n: number): unknown[][] | null {
  if (xs === null || !(n >= 1) || Math.floor(n) !== n || (xs.length - n + 1) * n > 1e7) return null;
  const whole = Array.from(xs);
  const runs: unknown[][] = [];
  for (let i = 0; i + n <= whole.length; i++) runs.push(whole.slice(i, i + n));
  return runs;
}

function resultType([of]: readonly ValueType[]): ValueType {
  if (of.kind === "vector") return { kind: "list", of: { kind: "list", of: { kind: of.of } } };
  return { kind: "list", of };
}

export const operator: Operator = {
  name: "ngrams",
  category: "similarity",
  summary: "Every run of n neighbours in a list, as a list of lists.",
  doc: "In order, overlapping: a list of k elements has k − n + 1 of them, none where k < n. Missing where `n` is not a whole number from 1, and where they would hold more than 10 million elements.",
  parameters: [
    { name: "xs", type: "list", doc: "A list or a vector." },
    { name: "n", type: "count", pure: true, doc: "How many elements stand in one run, from 1." },
  ],
  result: "list",
  resultType,
  unit: "first",
  elementwise: false,
  evaluate: ngrams,
  range: ([xs]) => xs,
  monotone: ["?", "0"],
  examples: [
    { expression: 'length(ngrams(words("so it is so"), 2))', value: 3 },
    { expression: "length(ngrams([1, 2], 3))", value: 0 },
  ],
  source: "Shannon 1948",
};
