// Sum of absolute values: record and value.
import { absInterval, type Interval } from "../../interval.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";

/** Σ |vᵢ|, added in order from 0. */
export function norm1(v: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < v.length; i++) total += Math.abs(v[i]);
  return total;
}

function range([v]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  return sumInterval(absInterval(v), counts?.[0] ?? ANY_COUNT);
}

export const operator: Operator = {
  name: "norm1",
  category: "vector",
  summary: "The sum of the sizes of a vector's components.",
  doc: "`Σ |vᵢ|`, the Manhattan norm; 0 over nothing.",
  parameters: [{ name: "v", type: "values", doc: "A vector or a list of numbers." }],
  result: "number",
  unit: "same",
  elementwise: false,
  evaluate: norm1,
  range,
  monotone: ([v]) => [v.lo >= 0 ? "+" : v.hi <= 0 ? "-" : "?"],
  examples: [{ expression: "norm1([3, -4])", value: 7 }],
  source: "Manhattan norm",
};
