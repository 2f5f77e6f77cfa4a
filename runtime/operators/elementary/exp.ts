// e to the power of x: record and value.
import { liftRising, NOT_NEGATIVE } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** e to the power of x. */
export function exp(x: number): number {
  return Math.exp(x);
}

export const operator: Operator = {
  name: "exp",
  category: "elementary",
  summary: "The exponential function.",
  doc: "`eˣ`. At most 1 for `x ≤ 0`, which makes `exp(-error / scale)` a bounded reward; for positive `x` it grows without bound (infinite above 709.78).",
  parameters: [{ name: "x", type: "number", doc: "Any pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: exp,
  range: ([x]) => liftRising(exp, x, { codomain: NOT_NEGATIVE, exactAt: [0] }),
  monotone: ["+"],
  print: ([x]) => `Math.exp(${x})`,
  examples: [{ expression: "exp(0)", value: 1 }],
  source: "ECMAScript `Math.exp`",
};
