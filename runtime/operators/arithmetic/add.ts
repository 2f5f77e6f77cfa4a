// Addition: record and value.
import { addIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** a + b. */
export function add(a: number, b: number): number {
  return a + b;
}

export const operator: Operator = {
  name: "add",
  symbol: "+",
  category: "arithmetic",
  summary: "The sum of two numbers.",
  doc: "`a + b`, rounded to the nearest double. `∞ − ∞` cannot be computed. Between two texts `+` joins them.",
  parameters: [
    { name: "a", type: "number", doc: "First summand." },
    { name: "b", type: "number", doc: "Second summand, in the same unit." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: add,
  range: ([a, b]) => addIntervals(a, b),
  monotone: ["+", "+"],
  print: ([a, b]) => `${a} + ${b}`,
  examples: [{ expression: "1.5 + 2", value: 3.5 }],
  source: "IEEE 754 addition",
};
