// A straight slope from 0 to 1: record and value.
import { type Interval, TRUTH } from "../../interval.ts";
import { divideDown, divideUp } from "../../rounding.ts";
import type { Monotone, Operator } from "../operator.ts";

/** (x − lo) / (hi − lo), kept in 0..1; a step at lo where both ends are the same; NaN where hi < lo. */
export function ramp(x: number, lo: number, hi: number): number {
  if (lo === hi) return x >= lo ? 1 : x < lo ? 0 : NaN;
  if (!(lo < hi)) return NaN;
  return Math.min(Math.max((x - lo) / (hi - lo), 0), 1);
}

/** The share computed with every rounding in one direction. */
function shareDown(x: number, lo: number, hi: number): number {
  return ramp(x, lo, hi) === 0 ? 0 : Math.max(0, Math.min(1, divideDown(x - lo, hi - lo) * (1 - 4 * Number.EPSILON)));
}

function shareUp(x: number, lo: number, hi: number): number {
  return ramp(x, lo, hi) === 1 ? 1 : Math.min(1, Math.max(0, divideUp(x - lo, hi - lo) * (1 + 4 * Number.EPSILON)));
}

function range([x, lo, hi]: Interval[]): Interval {
  if (![lo.lo, lo.hi, hi.lo, hi.hi].every(Number.isFinite) || lo.hi >= hi.lo) {
    if (x.hi < lo.lo) return { lo: 0, hi: 0 };
    return x.lo > hi.hi ? { lo: 1, hi: 1 } : TRUTH;
  }
  const low = x.lo <= lo.hi ? 0 : x.lo >= hi.hi ? 1 : shareDown(x.lo, lo.hi, hi.hi);
  const high = x.hi >= hi.lo ? 1 : x.hi <= lo.lo ? 0 : shareUp(x.hi, lo.lo, hi.lo);
  return { lo: low, hi: high };
}

function monotone([x, lo, hi]: Interval[]): Monotone[] {
  return x.hi < lo.lo || x.lo >= hi.hi ? ["0", "-", "-"] : ["+", "-", "-"];
}

export const operator: Operator = {
  name: "ramp",
  category: "bounding",
  summary: "Rises in a straight line from 0 to 1 across a range.",
  doc: "`clip((x − a) / (b − a), 0, 1)`: 0 up to `a`, 1 from `b` on. Made for penalties that start late: `ramp(tokens, 1000..4096)` is free up to 1000. Where both ends are the same it is a step: 0 below, 1 from there on. A range whose end lies below its start cannot be computed.",
  parameters: [
    { name: "x", type: "number", doc: "What is measured." },
    { name: "range", type: "range", doc: "Where the slope begins and ends, in the unit of `x`." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: ramp,
  range,
  monotone,
  examples: [
    { expression: "ramp(0.5, 0..2)", value: 0.25 },
    { expression: "ramp(500, 1000..4096)", value: 0 },
  ],
  source: "Piecewise linear",
};
