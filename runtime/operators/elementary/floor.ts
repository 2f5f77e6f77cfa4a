// The largest whole number not above a number: record and value.
import type { Operator } from "../operator.ts";

/** The largest whole number not above x. */
export function floor(x: number): number {
  return Math.floor(x);
}

export const operator: Operator = {
  name: "floor",
  category: "elementary",
  summary: "The largest whole number not above a number.",
  doc: "`⌊x⌋`: `floor(-0.5)` is −1.",
  parameters: [{ name: "x", type: "number", doc: "Any number." }],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: floor,
  range: ([x]) => ({ lo: Math.floor(x.lo) + 0, hi: Math.floor(x.hi) + 0 }),
  monotone: ["+"],
  print: ([x]) => `Math.floor(${x})`,
  examples: [{ expression: "floor(2.7)", value: 2 }],
  source: "ECMAScript `Math.floor`",
};
