// Arc tangent: record and value.
import { liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Arc tangent. */
export function atan(x: number): number {
  return Math.atan(x);
}

export const operator: Operator = {
  name: "atan",
  category: "elementary",
  summary: "The angle whose tangent is x.",
  doc: "`arctan x` in −π/2..π/2. For the angle of a vector use `atan2(y, x)`, which knows all four quadrants.",
  parameters: [{ name: "x", type: "number", doc: "Any pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: atan,
  range: ([x]) => liftRising(atan, x, { codomain: { lo: -Math.PI / 2, hi: Math.PI / 2 }, exactAt: [0] }),
  monotone: ["+"],
  print: ([x]) => `Math.atan(${x})`,
  examples: [{ expression: "atan(1)", value: 0.7853981633974483, tolerance: 1e-12 }],
  source: "ECMAScript `Math.atan`",
};
