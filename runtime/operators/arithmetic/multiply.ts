// Multiplication: record and value.
import { type Interval, multiplyIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** a · b. */
export function multiply(a: number, b: number): number {
  return a * b;
}

/** A product rises with one factor where the other is not negative. */
const along = (other: Interval): Monotone => (other.lo >= 0 ? "+" : other.hi <= 0 ? "-" : "?");

export const operator: Operator = {
  name: "multiply",
  symbol: "*",
  category: "arithmetic",
  summary: "The product of two numbers.",
  doc: "`a * b`, rounded to the nearest double. Units multiply. `0 · ∞` cannot be computed.",
  parameters: [
    { name: "a", type: "number", doc: "First factor." },
    { name: "b", type: "number", doc: "Second factor, in any unit." },
  ],
  result: "number",
  unit: "multiply",
  elementwise: true,
  evaluate: multiply,
  range: ([a, b]) => multiplyIntervals(a, b),
  monotone: ([a, b]) => [along(b), along(a)],
  print: ([a, b]) => `${a} * ${b}`,
  examples: [{ expression: "1.5 * 4", value: 6 }],
  source: "IEEE 754 multiplication",
};
