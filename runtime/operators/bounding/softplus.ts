// A smooth max(x, 0): record and value.
import { liftRising, NOT_NEGATIVE } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** ln(1 + e^x), without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

export const operator: Operator = {
  name: "softplus",
  category: "bounding",
  summary: "A smooth version of max(x, 0).",
  doc: "`ln(1 + eˣ) = max(x, 0) + log1p(e^−|x|)`: close to 0 for negative numbers, close to `x` for positive ones, `ln 2` at 0. `-softplus(-x)` is the logarithm of `sigmoid(x)`.",
  parameters: [{ name: "x", type: "number", doc: "Any pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: softplus,
  range: ([x]) => liftRising(softplus, x, { codomain: NOT_NEGATIVE, ulps: 6 }),
  monotone: ["+"],
  examples: [
    { expression: "softplus(-1)", value: 0.313262, tolerance: 5e-5 },
    { expression: "softplus(2)", value: 2.126928, tolerance: 5e-5 },
  ],
  source: "Dugas et al., Incorporating Second-Order Functional Knowledge for Better Option Pricing, 2000",
};
