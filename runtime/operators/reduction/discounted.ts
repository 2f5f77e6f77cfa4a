// The sum in which what comes later counts less: record and value.
import { EVERYTHING, type Interval } from "../../interval.ts";
import { sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";

/** Σ γⁱ·xᵢ, added in order from 0; 0 over nothing. */
export function discounted(values: ArrayLike<number>, discount: number): number {
  let total = 0;
  let factor = 1;
  for (let i = 0; i < values.length; i++) {
    total += factor * values[i];
    factor *= discount;
  }
  return total;
}

/** Between what the first value contributes alone and all of them at their bound: the weights add up to 1/(1 − γ) at the most. */
function reduceRange(element: Interval, count: Interval, discount?: Interval): Interval {
  if (discount === undefined || discount.lo < 0 || discount.hi > 1) return EVERYTHING;
  if (discount.lo === 1) return sumInterval(element, count);
  const most = Math.min(count.hi, 1 / (1 - discount.hi));
  const least = count.lo >= 1 ? 1 : 0;
  // Each addition and each power rounds once; what comes after so many steps is too small to.
  const slack = 1 + 4 * Math.min(count.hi, 2 ** 32, 40 / (1 - discount.hi)) * 2 ** -53;
  const end = (bound: number, grows: boolean) =>
    bound === 0 ? 0 : grows ? bound * (Number.isFinite(bound) ? most * slack : 1) : least === 0 ? 0 : bound;
  return { lo: end(element.lo, element.lo < 0), hi: end(element.hi, element.hi > 0) };
}

export const operator: Operator = {
  name: "discounted",
  category: "reduction",
  summary: "Adds up values so that later ones count less: the discounted sum.",
  doc: "`Σ γᵗ·xₜ` in order, the first value undiscounted; 0 over nothing. γ is the reward's `discount` (1 where none is declared) unless another one is given.",
  parameters: [
    { name: "values", type: "values", doc: "A value `over` steps, or a vector or list." },
    {
      name: "discount",
      type: "number",
      default: "discount",
      pure: true,
      constant: true,
      doc: "γ, the reward's `discount` unless given.",
    },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: discounted,
  reduceRange,
  monotone: ["+", "?"],
  examples: [
    { expression: "discounted(t, discount: 0.5) over steps", value: 1.375, steps: 4 },
    { expression: "discounted([1, 1, 1], 0.5)", value: 1.75 },
  ],
  source: "Discounted return",
};
