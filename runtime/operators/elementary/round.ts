// The nearest whole number: record and value.
import type { Operator } from "../operator.ts";

/** The nearest whole number; halfway between two, the even one. */
export function round(x: number): number {
  const up = Math.round(x);
  return up - x === 0.5 && up % 2 !== 0 ? up - 1 : up;
}

export const operator: Operator = {
  name: "round",
  category: "elementary",
  summary: "The nearest whole number, halves to the even neighbour.",
  doc: "`round(2.5)` is 2 and `round(3.5)` is 4, as in NumPy and IEEE 754, so that rounding many values does not push them upward.",
  parameters: [{ name: "x", type: "number", doc: "Any number." }],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: round,
  range: ([x]) => ({ lo: round(x.lo) + 0, hi: round(x.hi) + 0 }),
  monotone: ["+"],
  examples: [
    { expression: "round(2.5)", value: 2 },
    { expression: "round(2.6)", value: 3 },
  ],
  source: "IEEE 754 roundToIntegralTiesToEven",
};
