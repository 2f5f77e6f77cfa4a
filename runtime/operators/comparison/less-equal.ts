// The comparison `<=`: record and value.
import { type Interval, point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where a <= b, 0 where not, NaN where one of them is NaN. */
export function lessEqual(a: number, b: number): number {
  return a <= b ? 1 : a > b ? 0 : NaN;
}

function range([a, b]: Interval[]): Interval {
  if (a.hi <= b.lo) return point(1);
  return a.lo > b.hi ? point(0) : TRUTH;
}

export const operator: Operator = {
  name: "less_equal",
  symbol: "<=",
  category: "comparison",
  summary: "Whether the first number is smaller or equal.",
  doc: "`a <= b`. Cannot be evaluated where either side is missing or not a number. Comparisons in one direction chain: `0 <= x <= 1` is `0 <= x and x <= 1`.",
  parameters: [
    { name: "a", type: "number", doc: "Left side." },
    { name: "b", type: "number", doc: "Right side, in the same unit." },
  ],
  result: "bool",
  unit: "ratio",
  elementwise: true,
  evaluate: lessEqual,
  range,
  monotone: ["-", "+"],
  examples: [{ expression: "3 <= 3", value: true }],
  source: "IEEE 754 comparison",
};
