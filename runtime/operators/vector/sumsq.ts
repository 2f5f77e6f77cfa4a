// Sum of squares: record and value.
import { absInterval, type Interval, squareInterval } from "../../interval.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";

/** Σ vᵢ², added in order from 0. */
export function sumsq(v: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < v.length; i++) total += v[i] * v[i];
  return total;
}

function range([v]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  return sumInterval(squareInterval(absInterval(v)), counts?.[0] ?? ANY_COUNT);
}

export const operator: Operator = {
  name: "sumsq",
  category: "vector",
  summary: "The squared length of a vector.",
  doc: "`Σ vᵢ²`; 0 over nothing. The unit is squared. Cheap effort penalties are made of it: `sumsq(torque)`.",
  parameters: [{ name: "v", type: "values", doc: "A vector or a list of numbers." }],
  result: "number",
  unit: "square",
  elementwise: false,
  evaluate: sumsq,
  range,
  monotone: ([v]) => [v.lo >= 0 ? "+" : v.hi <= 0 ? "-" : "?"],
  examples: [{ expression: "sumsq([3, 4])", value: 25 }],
  source: "Squared Euclidean norm",
};
