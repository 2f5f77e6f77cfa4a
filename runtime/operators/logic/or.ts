// Disjunction: record and value.
import { type Interval, point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** b where a is 0, else a: NaN where a cannot be evaluated. */
export function or(a: number, b: number): number {
  return a === 0 ? b : a;
}

function range([a, b]: Interval[]): Interval {
  if (a.hi === 0 && b.hi === 0) return point(0);
  return a.lo === 1 || b.lo === 1 ? point(1) : TRUTH;
}

export const operator: Operator = {
  name: "or",
  symbol: "or",
  category: "logic",
  summary: "Whether at least one condition holds.",
  doc: "Where the first holds the second is not evaluated. Where the first cannot be evaluated, neither can the whole.",
  parameters: [
    { name: "a", type: "bool", doc: "Evaluated first." },
    { name: "b", type: "bool", doc: "Evaluated where the first does not hold." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: or,
  range,
  monotone: ["+", "+"],
  examples: [
    { expression: "false or 1 < 2", value: true },
    { expression: "false or 1 > 2", value: false },
  ],
  source: "Short-circuit disjunction",
};
