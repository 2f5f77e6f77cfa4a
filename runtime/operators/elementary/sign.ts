// Sign of a number: record and value.
import type { Operator } from "../operator.ts";

/** −1, 0 or 1. */
export function sign(x: number): number {
  return Math.sign(x);
}

export const operator: Operator = {
  name: "sign",
  category: "elementary",
  summary: "The sign of a number: -1, 0 or 1.",
  doc: "−1 for negative numbers, 0 for 0, 1 for positive ones. It jumps at 0, so a reward made of it has no slope to follow.",
  parameters: [{ name: "x", type: "number", doc: "Any number, in any unit." }],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: sign,
  range: ([x]) => ({ lo: Math.sign(x.lo) + 0, hi: Math.sign(x.hi) + 0 }),
  monotone: ["+"],
  print: ([x]) => `Math.sign(${x})`,
  examples: [{ expression: "sign(-0.2)", value: -1 }],
  source: "ECMAScript `Math.sign`",
};
