// Logarithm to base 10: record and value.
import { EVERYTHING, type Interval, liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Logarithm to base 10. */
export function log10(x: number): number {
  return Math.log10(x);
}

function range([x]: Interval[]): Interval {
  if (x.hi < 0) return EVERYTHING;
  return liftRising(log10, { lo: Math.max(x.lo, 0), hi: x.hi }, { exactAt: [0, 1] });
}

export const operator: Operator = {
  name: "log10",
  category: "elementary",
  summary: "The logarithm to base 10.",
  doc: "`log₁₀ x`. −∞ at 0, cannot be computed for negative numbers.",
  parameters: [{ name: "x", type: "number", doc: "A positive pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: log10,
  range,
  monotone: ["+"],
  print: ([x]) => `Math.log10(${x})`,
  examples: [{ expression: "log10(1000)", value: 3, tolerance: 1e-12 }],
  source: "ECMAScript `Math.log10`",
};
