// Change of sign: record and value.
import { negateInterval } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** −x. */
export function negate(x: number): number {
  return -x;
}

export const operator: Operator = {
  name: "negate",
  symbol: "-",
  category: "arithmetic",
  summary: "The number with the opposite sign.",
  doc: "`-x`. Binds more tightly than `*` and less than `^`: `-x^2` is `-(x^2)`.",
  parameters: [{ name: "x", type: "number", doc: "Any number." }],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: negate,
  range: ([x]) => negateInterval(x),
  monotone: ["-"],
  print: ([x]) => (x.startsWith("-") ? `-(${x})` : `-${x}`),
  examples: [{ expression: "-(2 - 5)", value: 3 }],
  source: "IEEE 754",
};
