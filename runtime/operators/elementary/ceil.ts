// The smallest whole number not below a number: record and value.
import type { Operator } from "../operator.ts";

/** The smallest whole number not below x. */
export function ceil(x: number): number {
  return Math.ceil(x);
}

export const operator: Operator = {
  name: "ceil",
  category: "elementary",
  summary: "The smallest whole number not below a number.",
  doc: "`⌈x⌉`: `ceil(-0.5)` is 0.",
  parameters: [{ name: "x", type: "number", doc: "Any number." }],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: ceil,
  range: ([x]) => ({ lo: Math.ceil(x.lo) + 0, hi: Math.ceil(x.hi) + 0 }),
  monotone: ["+"],
  print: ([x]) => `Math.ceil(${x})`,
  examples: [{ expression: "ceil(2.1)", value: 3 }],
  source: "ECMAScript `Math.ceil`",
};
