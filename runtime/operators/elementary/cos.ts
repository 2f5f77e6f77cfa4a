// Cosine: record and value.
import type { Interval } from "../../interval.ts";
import { cosInterval } from "../../trigonometric-interval.ts";
import type { Operator } from "../operator.ts";

/** Cosine of an angle in radians. */
export function cos(x: number): number {
  return Math.cos(x);
}

function monotoneIn(x: Interval): "+" | "-" | "?" {
  if (x.lo >= 0 && x.hi <= 3.14) return "-";
  return x.lo >= -3.14 && x.hi <= 0 ? "+" : "?";
}

export const operator: Operator = {
  name: "cos",
  category: "elementary",
  summary: "The cosine of an angle.",
  doc: "`cos x` with `x` in radians: 1 at 0. Write an angle given in degrees as `to(x, rad)`. It climbs again beyond π: clip a ratio before a cosine schedule.",
  parameters: [{ name: "x", type: "number", doc: "An angle in radians." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: cos,
  range: ([x]) => cosInterval(x),
  monotone: ([x]) => [monotoneIn(x)],
  print: ([x]) => `Math.cos(${x})`,
  examples: [
    { expression: "cos(0)", value: 1 },
    { expression: "cos(pi)", value: -1 },
  ],
  source: "ECMAScript `Math.cos`",
};
