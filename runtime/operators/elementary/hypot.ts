// Length of the hypotenuse: record and value.
import { absInterval, type Interval, NOT_NEGATIVE, widen } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** √(x² + y²) without overflow on the way. */
export function hypot(x: number, y: number): number {
  return Math.hypot(x, y);
}

function range([x, y]: Interval[]): Interval {
  const [a, b] = [absInterval(x), absInterval(y)];
  const bounds = { lo: Math.hypot(a.lo, b.lo), hi: Math.hypot(a.hi, b.hi) };
  return bounds.hi === 0 ? bounds : widen(bounds, 2, NOT_NEGATIVE);
}

const along = (x: Interval): Monotone => (x.lo >= 0 ? "+" : x.hi <= 0 ? "-" : "?");

export const operator: Operator = {
  name: "hypot",
  category: "elementary",
  summary: "The length of a vector given by its two components.",
  doc: "`√(x² + y²)`. For a vector use `norm(v)`.",
  parameters: [
    { name: "x", type: "number", doc: "First component." },
    { name: "y", type: "number", doc: "Second component, in the same unit." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: hypot,
  range,
  monotone: ([x, y]) => [along(x), along(y)],
  print: ([x, y]) => `Math.hypot(${x}, ${y})`,
  examples: [{ expression: "hypot(3, 4)", value: 5 }],
  source: "ECMAScript `Math.hypot`",
};
