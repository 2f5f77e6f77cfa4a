// Membership in a range, `x in a..b`: record and value.
import { type Interval, point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where lo ≤ x ≤ hi, 0 where x lies outside, NaN where neither can be said. */
export function between(x: number, lo: number, hi: number): number {
  if (x >= lo && x <= hi) return 1;
  return x < lo || x > hi ? 0 : NaN;
}

function range([x, lo, hi]: Interval[]): Interval {
  if (x.lo >= lo.hi && x.hi <= hi.lo) return point(1);
  return x.hi < lo.lo || x.lo > hi.hi ? point(0) : TRUTH;
}

export const operator: Operator = {
  name: "between",
  symbol: "in",
  category: "comparison",
  summary: "Whether a number lies in a range, both ends included.",
  doc: "`x in a..b` is `a <= x and x <= b`. An end may be `inf`. A range whose end lies below its start holds nothing.",
  parameters: [
    { name: "x", type: "number", doc: "The number asked about." },
    { name: "range", type: "range", doc: "Both ends included, in the unit of `x`." },
  ],
  result: "bool",
  unit: "ratio",
  elementwise: true,
  evaluate: between,
  range,
  monotone: ["?", "-", "+"],
  examples: [
    { expression: "0.3 in 0..0.5", value: true },
    { expression: "0.6 in 0..0.5", value: false },
  ],
  source: "Closed interval",
};
