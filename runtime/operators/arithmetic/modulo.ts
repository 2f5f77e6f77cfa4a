// The mathematical modulus: record and value.
import { hull, type Interval, point } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** a mod b with the sign of b, NaN for b = 0. */
export function modulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 === b < 0 ? rest : rest + b;
}

function range([a, b]: Interval[]): Interval {
  if (b.lo > 0 && a.lo >= 0 && a.hi < b.lo) return a;
  if (b.hi < 0 && a.hi <= 0 && a.lo > b.hi) return a;
  return hull(point(0), b);
}

export const operator: Operator = {
  name: "modulo",
  symbol: "%",
  category: "arithmetic",
  summary: "What is left of a number after whole multiples of another.",
  doc: "`a % b = a − b·⌊a / b⌋`, the mathematical modulus: it has the sign of `b`, so `-1 % 3` is 2 (as in Python, not as in C or JavaScript). `a % 0` cannot be computed.",
  parameters: [
    { name: "a", type: "number", doc: "What is divided." },
    { name: "b", type: "number", doc: "The divisor, in the same unit; gives the sign of the result." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: modulo,
  range,
  monotone: ["?", "?"],
  examples: [
    { expression: "-1 % 3", value: 2 },
    { expression: "7 % -3", value: -2 },
  ],
  source: "Knuth, The Art of Computer Programming, volume 1, 1.2.4",
};
