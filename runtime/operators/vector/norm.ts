// Length of a vector: record and value.
import { absInterval, type Interval, rootInterval, squareInterval } from "../../interval.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { sumsq } from "./sumsq.ts";

/** √(Σ vᵢ²). */
export function norm(v: ArrayLike<number>): number {
  return Math.sqrt(sumsq(v));
}

function range([v]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  return rootInterval(sumInterval(squareInterval(absInterval(v)), counts?.[0] ?? ANY_COUNT));
}

export const operator: Operator = {
  name: "norm",
  category: "vector",
  summary: "The length of a vector.",
  doc: "`√(Σ vᵢ²)`, the Euclidean norm; 0 over nothing. As a distance: `norm(position - target)`.",
  parameters: [{ name: "v", type: "values", doc: "A vector or a list of numbers." }],
  result: "number",
  unit: "same",
  elementwise: false,
  evaluate: norm,
  range,
  monotone: ([v]) => [v.lo >= 0 ? "+" : v.hi <= 0 ? "-" : "?"],
  examples: [{ expression: "norm([3, 4])", value: 5 }],
  source: "Euclidean norm",
};
