// How far the best choice is ahead: record and value.
import { subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** The largest minus the second largest; NaN for fewer than two, or where one is NaN. */
export function optGap(values: ArrayLike<number>): number {
  if (values.length < 2) return Number.NaN;
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) return Number.NaN;
    second = Math.max(second, Math.min(best, values[i]));
    best = Math.max(best, values[i]);
  }
  return best - second;
}

export const operator: Operator = {
  name: "opt_gap",
  category: "credit",
  summary: "How much better the best choice is than the second best.",
  doc: "`max − second largest`; 0 for a tie. The wider the gap, the easier the best action is to tell from the others. With fewer than two values there is no second, and it is missing.",
  parameters: [{ name: "values", type: "values", doc: "One value per action: a vector, a list, or a value `over` an axis." }],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: optGap,
  reduceRange: (element) => ({ lo: 0, hi: subtractIntervals(element, element).hi }),
  monotone: ["?"],
  examples: [
    { expression: "opt_gap([1, 0.2])", value: 0.8, tolerance: 5e-5 },
    { expression: "opt_gap([3, 7, 7, 1])", value: 0 },
  ],
  source:
    "Reward Design for Reinforcement Learning Agents, thesis, 2025 (optimality gap); missing instead of ∞ for one action is our own choice",
};
