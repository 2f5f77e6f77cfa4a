// Scalar product: record and value.
import { type Interval, meet, multiplyIntervals } from "../../interval.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** Σ aᵢ·bᵢ, added in order from 0; NaN for different lengths. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return NaN;
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}

function range([a, b]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const [first = ANY_COUNT, second = ANY_COUNT] = counts ?? [];
  return sumInterval(multiplyIntervals(a, b), meet(first, second) ?? ANY_COUNT);
}

const along = (other: Interval): Monotone => (other.lo >= 0 ? "+" : other.hi <= 0 ? "-" : "?");

export const operator: Operator = {
  name: "dot",
  category: "vector",
  summary: "The scalar product of two vectors.",
  doc: "`Σ aᵢ·bᵢ`: positive where both point the same way. Vectors of different length are an error, lists of different length cannot be computed.",
  parameters: [
    { name: "a", type: "values", doc: "A vector or a list of numbers." },
    { name: "b", type: "values", doc: "Another one of the same length, in any unit." },
  ],
  result: "number",
  unit: "product",
  elementwise: false,
  evaluate: dot,
  range,
  monotone: ([a, b]) => [along(b), along(a)],
  examples: [{ expression: "dot([1, 2], [3, -1])", value: 1 }],
  source: "Scalar product",
};
