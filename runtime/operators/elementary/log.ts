// Natural logarithm: record and value.
import { EVERYTHING, type Interval, liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Natural logarithm. */
export function log(x: number): number {
  return Math.log(x);
}

function range([x]: Interval[]): Interval {
  if (x.hi < 0) return EVERYTHING;
  return liftRising(log, { lo: Math.max(x.lo, 0), hi: x.hi }, { exactAt: [0, 1] });
}

export const operator: Operator = {
  name: "log",
  category: "elementary",
  summary: "The natural logarithm.",
  doc: "`ln x`. −∞ at 0, cannot be computed for negative numbers.",
  parameters: [{ name: "x", type: "number", doc: "A positive pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: log,
  range,
  monotone: ["+"],
  print: ([x]) => `Math.log(${x})`,
  examples: [{ expression: "log(1)", value: 0 }],
  source: "ECMAScript `Math.log`",
};
