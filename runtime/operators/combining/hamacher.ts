// The Hamacher product of two scores: record and value.
import { EVERYTHING, type Interval, meet, TRUTH } from "../../interval.ts";
import { lower, raise } from "../../rounding.ts";
import type { Operator } from "../operator.ts";

/** a·b / (a + b − a·b), 0 where the denominator is not positive; NaN where one lies outside 0..1. */
export function hamacher(a: number, b: number): number {
  if (!(a >= 0 && a <= 1 && b >= 0 && b <= 1)) return NaN;
  const denominator = a + b - a * b;
  return denominator > 0 ? (a * b) / denominator : 0;
}

/** Below this a product loses digits, and the bound is that of the product itself. */
const TINY = 1e-290;

function range([x, y]: Interval[]): Interval {
  const a = meet(x, TRUTH);
  const b = meet(y, TRUTH);
  if (a === undefined || b === undefined) return EVERYTHING;
  const exact = (p: number, q: number) => p === 0 || q === 0 || (p === 1 && q === 1);
  const below = hamacher(a.lo, b.lo);
  const above = hamacher(a.hi, b.hi);
  const lo = exact(a.lo, b.lo) ? below : Math.max(0, below < TINY ? 0 : lower(below, 8));
  const hi = exact(a.hi, b.hi) ? above : above < TINY ? TINY * 2 : raise(above, 8);
  return { lo, hi: Math.min(1, hi) };
}

export const operator: Operator = {
  name: "hamacher",
  category: "combining",
  summary: "The Hamacher product: high only where both scores are, in 0..1.",
  doc: "`a·b / (a + b − a·b)`, and 0 where the denominator is not positive. At most the lower of the two, and 1 only where both are 1: a soft *and* that falls off less than the plain product. Both scores lie in 0..1; outside of it the result is missing.",
  parameters: [
    { name: "a", type: "number", doc: "A score in 0..1." },
    { name: "b", type: "number", doc: "Another one." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: hamacher,
  range,
  monotone: ["+", "+"],
  examples: [
    { expression: "hamacher(0.5, 0.5)", value: 1 / 3, tolerance: 1e-12 },
    { expression: "hamacher(0, 0)", value: 0 },
    { expression: "hamacher(1, 0.4)", value: 0.4, tolerance: 1e-12 },
  ],
  source: "Yu et al., Meta-World, 2020 (`reward_utils.hamacher_product`)",
};
