// Square root: record and value.
import { rootInterval } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** √x; NaN for negative x. */
export function sqrt(x: number): number {
  return Math.sqrt(x);
}

export const operator: Operator = {
  name: "sqrt",
  category: "elementary",
  summary: "The square root.",
  doc: "`√x`. Cannot be computed for negative numbers. The unit takes half its power: `sqrt` of [m^2] is [m].",
  parameters: [{ name: "x", type: "number", doc: "A number that is not negative." }],
  result: "number",
  unit: "sqrt",
  elementwise: true,
  evaluate: sqrt,
  range: ([x]) => rootInterval(x),
  monotone: ["+"],
  print: ([x]) => `Math.sqrt(${x})`,
  examples: [{ expression: "sqrt(2.25)", value: 1.5 }],
  source: "IEEE 754 squareRoot",
};
