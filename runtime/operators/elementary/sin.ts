// Sine: record and value.
import { sinInterval } from "../../trigonometric-interval.ts";
import type { Operator } from "../operator.ts";

/** Sine of an angle in radians. */
export function sin(x: number): number {
  return Math.sin(x);
}

export const operator: Operator = {
  name: "sin",
  category: "elementary",
  summary: "The sine of an angle.",
  doc: "`sin x` with `x` in radians. Write an angle given in degrees as `to(x, rad)`.",
  parameters: [{ name: "x", type: "number", doc: "An angle in radians." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: sin,
  range: ([x]) => sinInterval(x),
  monotone: ([x]) => [x.lo >= -1.57 && x.hi <= 1.57 ? "+" : "?"],
  print: ([x]) => `Math.sin(${x})`,
  examples: [{ expression: "sin(pi / 6)", value: 0.5, tolerance: 1e-12 }],
  source: "ECMAScript `Math.sin`",
};
