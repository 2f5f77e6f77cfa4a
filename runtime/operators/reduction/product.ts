// Product of the elements of a vector, a list or along an axis: record and value.
import { EVERYTHING, hull, type Interval, point, TRUTH } from "../../interval.ts";
import { lower, raise } from "../../rounding.ts";
import type { Operator } from "../operator.ts";

/** Π xᵢ, multiplied in order from 1; 1 over nothing. */
export function product(values: ArrayLike<number>): number {
  let total = 1;
  for (let i = 0; i < values.length; i++) total *= values[i];
  return total;
}

function range(element: Interval, count: Interval): Interval {
  if (element.lo >= 0 && element.hi <= 1) return fractions(element, count);
  if (element.lo >= -1 && element.hi <= 1) return { lo: -1, hi: 1 };
  if (element.lo >= 1) return { lo: 1, hi: raise(element.hi ** count.hi, 4 + count.hi) };
  if (element.lo >= 0) return { lo: 0, hi: raise(Math.max(1, element.hi ** count.hi), 4 + count.hi) };
  return EVERYTHING;
}

function fractions(element: Interval, count: Interval): Interval {
  if (!Number.isFinite(count.hi)) return element.lo === 1 ? point(1) : TRUTH;
  const ends = [element.lo ** count.hi, element.hi ** count.lo].map(point);
  const { lo, hi } = hull(...ends);
  return {
    lo: lo === 0 || lo === 1 ? lo : Math.max(0, lower(lo, 4 + count.hi)),
    hi: hi === 0 || hi === 1 ? hi : Math.min(1, raise(hi, 4 + count.hi)),
  };
}

export const operator: Operator = {
  name: "product",
  category: "reduction",
  summary: "Multiplies the elements of a vector or list, or the values along an axis.",
  doc: "`Π xᵢ` in order; 1 over nothing. For factors in 0..1 one that is 0 makes the whole 0: a soft *and*.",
  parameters: [{ name: "values", type: "values", doc: "A vector, a list, or a value `over` an axis; pure numbers." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: product,
  reduceRange: range,
  monotone: ([x]) => [x.lo >= 0 ? "+" : "?"],
  examples: [{ expression: "product([0.5, 0.5, 4])", value: 1 }],
  source: "Sequential multiplication",
};
