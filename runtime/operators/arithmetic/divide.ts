// Division: record and value.
import { divideIntervals, type Interval } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** a / b; ±∞ where only b is 0, NaN for 0 / 0. */
export function divide(a: number, b: number): number {
  return a / b;
}

function monotone([a, b]: Interval[]): Monotone[] {
  const oneSided = b.lo > 0 || b.hi < 0;
  const inDividend = b.lo > 0 ? "+" : b.hi < 0 ? "-" : "?";
  const inDivisor = !oneSided ? "?" : a.lo >= 0 ? "-" : a.hi <= 0 ? "+" : "?";
  return [inDividend, inDivisor];
}

export const operator: Operator = {
  name: "divide",
  symbol: "/",
  category: "arithmetic",
  summary: "The quotient of two numbers.",
  doc: "`a / b`, rounded to the nearest double. Units divide. A number by 0 is infinite and is never paid; `0 / 0` cannot be computed. Guard it: `if b > 0 then a / b else 0`.",
  parameters: [
    { name: "a", type: "number", doc: "What is divided." },
    { name: "b", type: "number", doc: "What it is divided by, in any unit." },
  ],
  result: "number",
  unit: "divide",
  elementwise: true,
  evaluate: divide,
  range: ([a, b]) => divideIntervals(a, b),
  monotone,
  print: ([a, b]) => `${a} / ${b}`,
  examples: [{ expression: "3 / 2", value: 1.5 }],
  source: "IEEE 754 division",
};
