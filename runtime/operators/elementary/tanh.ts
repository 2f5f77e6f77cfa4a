// Hyperbolic tangent: record and value.
import { liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Hyperbolic tangent. */
export function tanh(x: number): number {
  return Math.tanh(x);
}

export const operator: Operator = {
  name: "tanh",
  category: "elementary",
  summary: "Squashes a number smoothly into -1..1.",
  doc: "`tanh x = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)`, odd, slope 1 at 0. Beyond about ±19 it is ±1 exactly and its slope is gone.",
  parameters: [{ name: "x", type: "number", doc: "Any pure number." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: tanh,
  range: ([x]) => liftRising(tanh, x, { codomain: { lo: -1, hi: 1 }, exactAt: [0] }),
  monotone: ["+"],
  print: ([x]) => `Math.tanh(${x})`,
  examples: [{ expression: "tanh(0.5)", value: 0.46211715726, tolerance: 1e-12 }],
  source: "ECMAScript `Math.tanh`",
};
