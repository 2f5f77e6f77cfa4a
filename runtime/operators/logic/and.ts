// Conjunction: record and value.
import { type Interval, point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** b where a is 1, else a: NaN where a cannot be evaluated. */
export function and(a: number, b: number): number {
  return a === 1 ? b : a;
}

function range([a, b]: Interval[]): Interval {
  if (a.lo === 1 && b.lo === 1) return point(1);
  return a.hi === 0 || b.hi === 0 ? point(0) : TRUTH;
}

export const operator: Operator = {
  name: "and",
  symbol: "and",
  category: "logic",
  summary: "Whether both conditions hold.",
  doc: "Where the first does not hold the second is not evaluated. Where the first cannot be evaluated, neither can the whole.",
  parameters: [
    { name: "a", type: "bool", doc: "Evaluated first." },
    { name: "b", type: "bool", doc: "Evaluated where the first holds." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: and,
  range,
  monotone: ["+", "+"],
  examples: [
    { expression: "true and 1 < 2", value: true },
    { expression: "false and 1 < 2", value: false },
  ],
  source: "Short-circuit conjunction",
};
