// Bounds on both sides: record and value.
import { type Interval, maxIntervals, minIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** min(max(x, lo), hi). */
export function clip(x: number, lo: number, hi: number): number {
  return Math.min(Math.max(x, lo), hi);
}

function monotone([x, lo, hi]: Interval[]): Monotone[] {
  const inX = x.hi <= lo.lo || x.lo >= hi.hi ? "0" : "+";
  const inLo = x.lo >= lo.hi ? "0" : "+";
  const inHi = x.hi <= hi.lo && lo.hi <= hi.lo ? "0" : "+";
  return [inX, inLo, inHi];
}

export const operator: Operator = {
  name: "clip",
  aliases: ["clamp"],
  category: "bounding",
  summary: "Keeps a number within two bounds.",
  doc: "`min(max(x, lo), hi)`. Outside the bounds the result no longer changes, so nothing is learned there. What is added after clipping is not bounded by it. `lo` above `hi` is an error where it can be seen; computed so, the result is `hi`.",
  parameters: [
    { name: "x", type: "number", doc: "The number to bound." },
    { name: "lo", type: "number", doc: "Lowest result, in the same unit." },
    { name: "hi", type: "number", doc: "Highest result." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: clip,
  range: ([x, lo, hi]) => minIntervals(maxIntervals(x, lo), hi),
  monotone,
  print: ([x, lo, hi]) => `Math.min(Math.max(${x}, ${lo}), ${hi})`,
  examples: [
    { expression: "clip(1.4, 0, 1)", value: 1 },
    { expression: "clip(-0.2, 0, 1)", value: 0 },
  ],
  source: "NumPy `clip`",
};
