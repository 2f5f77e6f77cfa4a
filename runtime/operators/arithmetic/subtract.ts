// Subtraction: record and value.
import { subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** a − b. */
export function subtract(a: number, b: number): number {
  return a - b;
}

export const operator: Operator = {
  name: "subtract",
  symbol: "-",
  category: "arithmetic",
  summary: "The difference of two numbers.",
  doc: "`a - b`, rounded to the nearest double. `∞ − ∞` cannot be computed.",
  parameters: [
    { name: "a", type: "number", doc: "What is subtracted from." },
    { name: "b", type: "number", doc: "What is taken away, in the same unit." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: subtract,
  range: ([a, b]) => subtractIntervals(a, b),
  monotone: ["+", "-"],
  print: ([a, b]) => `${a} - ${b}`,
  examples: [{ expression: "1.5 - 2", value: -0.5 }],
  source: "IEEE 754 subtraction",
};
