// Hyperbolic cosine: record and value.
import { absInterval, liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Hyperbolic cosine. */
export function cosh(x: number): number {
  return Math.cosh(x);
}

export const operator: Operator = {
  name: "cosh",
  category: "elementary",
  summary: "The hyperbolic cosine.",
  doc: "`cosh x = (eˣ + e⁻ˣ) / 2`, even, 1 at 0 and larger everywhere else. `1 / cosh(x)` is a bounded bell with long tails.",
  parameters: [{ name: "x", type: "number", doc: "Any pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: cosh,
  range: ([x]) => liftRising(cosh, absInterval(x), { codomain: { lo: 1, hi: Number.POSITIVE_INFINITY }, exactAt: [0] }),
  monotone: ([x]) => [x.lo >= 0 ? "+" : x.hi <= 0 ? "-" : "?"],
  print: ([x]) => `Math.cosh(${x})`,
  examples: [
    { expression: "cosh(0)", value: 1 },
    { expression: "cosh(1)", value: 1.5430806348152437, tolerance: 1e-12 },
  ],
  source: "ECMAScript `Math.cosh`",
};
