// Absolute value: record and value.
import { absInterval } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** |x|. */
export function abs(x: number): number {
  return Math.abs(x);
}

export const operator: Operator = {
  name: "abs",
  category: "elementary",
  summary: "The size of a number without its sign.",
  doc: "`|x|`, that is `x` where it is not negative, else `-x`.",
  parameters: [{ name: "x", type: "number", doc: "Any number." }],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: abs,
  range: ([x]) => absInterval(x),
  monotone: ([x]) => [x.lo >= 0 ? "+" : x.hi <= 0 ? "-" : "?"],
  print: ([x]) => `Math.abs(${x})`,
  examples: [{ expression: "abs(-2.5)", value: 2.5 }],
  source: "ECMAScript `Math.abs`",
};
