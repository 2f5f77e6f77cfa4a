// Hyperbolic sine: record and value.
import { liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Hyperbolic sine. */
export function sinh(x: number): number {
  return Math.sinh(x);
}

export const operator: Operator = {
  name: "sinh",
  category: "elementary",
  summary: "The hyperbolic sine.",
  doc: "`sinh x = (eˣ − e⁻ˣ) / 2`, odd, slope 1 at 0. It grows like `eˣ / 2`, without bound.",
  parameters: [{ name: "x", type: "number", doc: "Any pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: sinh,
  range: ([x]) => liftRising(sinh, x, { exactAt: [0] }),
  monotone: ["+"],
  print: ([x]) => `Math.sinh(${x})`,
  examples: [{ expression: "sinh(1)", value: 1.1752011936438014, tolerance: 1e-12 }],
  source: "ECMAScript `Math.sinh`",
};
