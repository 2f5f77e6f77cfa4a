// The logistic function: record and value.
import { type Interval, liftRising, multiplyIntervals, TRUTH } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** 1 / (1 + e^(−k·x)), without overflow on either side. */
export function sigmoid(x: number, k = 1): number {
  const z = k * x;
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const grown = Math.exp(z);
  return grown / (1 + grown);
}

function range([x, k = { lo: 1, hi: 1 }]: Interval[]): Interval {
  return liftRising((z) => sigmoid(z), multiplyIntervals(k, x), { codomain: TRUTH, exactAt: [0], ulps: 6 });
}

function monotone([x, k = { lo: 1, hi: 1 }]: Interval[]): Monotone[] {
  return [k.lo >= 0 ? "+" : k.hi <= 0 ? "-" : "?", x.lo >= 0 ? "+" : x.hi <= 0 ? "-" : "?"];
}

export const operator: Operator = {
  name: "sigmoid",
  category: "bounding",
  summary: "Squashes a number smoothly into 0..1.",
  doc: "`σ(k·x) = 1 / (1 + e^(−k·x))`: 0.5 at 0, steepest there, 0 and 1 in the limit. `k` must be positive; the larger, the steeper. Far from 0 its slope is gone: at |k·x| above 36 it is 0 or 1 up to rounding. Computed in the form that cannot overflow.",
  parameters: [
    { name: "x", type: "number", doc: "Any pure number; divide a quantity by its scale first." },
    { name: "k", type: "number", default: 1, pure: true, doc: "Steepness, positive." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: sigmoid,
  range,
  monotone,
  examples: [
    { expression: "sigmoid(0)", value: 0.5 },
    { expression: "sigmoid(1)", value: 0.731059, tolerance: 5e-5 },
  ],
  source: "Logistic function",
};
