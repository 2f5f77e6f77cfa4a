// Linear interpolation: record and value.
import {
  addIntervals,
  hull,
  type Interval,
  includes,
  meet,
  multiplyIntervals,
  subtractIntervals,
  TRUTH,
} from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** a + (b − a)·p. */
export function lerp(a: number, b: number, p: number): number {
  return a + (b - a) * p;
}

function range([a, b, p]: Interval[]): Interval {
  const direct = addIntervals(a, multiplyIntervals(subtractIntervals(b, a), p));
  if (!includes(TRUTH, p)) return direct;
  const ends = hull(a, b);
  const slack = 4 * Number.EPSILON * Math.max(Math.abs(ends.lo), Math.abs(ends.hi));
  return meet(direct, Number.isFinite(slack) ? { lo: ends.lo - slack, hi: ends.hi + slack } : ends) ?? direct;
}

function monotone([a, b, p]: Interval[]): Monotone[] {
  const inA = p.hi <= 1 ? "+" : p.lo >= 1 ? "-" : "?";
  const inB = p.lo >= 0 ? "+" : p.hi <= 0 ? "-" : "?";
  return [inA, inB, b.lo >= a.hi ? "+" : b.hi <= a.lo ? "-" : "?"];
}

export const operator: Operator = {
  name: "lerp",
  category: "bounding",
  summary: "The value a share of the way from one number to another.",
  doc: "`a + (b − a)·p`: `a` at `p = 0`, `b` at `p = 1`, in a straight line beyond. Clip `p` where it must stay between. With `training` as `p` it is a schedule.",
  parameters: [
    { name: "a", type: "number", doc: "Value at 0." },
    { name: "b", type: "number", doc: "Value at 1, in the same unit." },
    { name: "p", type: "number", pure: true, doc: "Share of the way, usually in 0..1." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: lerp,
  range,
  monotone,
  examples: [{ expression: "lerp(2, 4, 0.25)", value: 2.5 }],
  source: "Linear interpolation",
};
