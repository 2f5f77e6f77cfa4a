// The mean of the worst outcomes: record and value.
import type { Operator } from "../operator.ts";

/** Mean of the lowest share alpha, the last of them counted in part; NaN over nothing or for alpha outside 0 < alpha <= 1. */
export function cvar(values: ArrayLike<number>, alpha: number): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.some(Number.isNaN) || !(alpha > 0 && alpha <= 1)) return NaN;
  const wanted = sorted.length * alpha;
  const whole = Math.floor(wanted);
  let total = 0;
  for (let i = 0; i < whole; i++) total += sorted[i];
  if (wanted > whole) total += (wanted - whole) * sorted[whole];
  return Math.min(Math.max(total / wanted, sorted[0]), sorted[Math.min(whole, sorted.length - 1)]);
}

export const operator: Operator = {
  name: "cvar",
  category: "risk",
  summary: "The mean of the worst share of the outcomes.",
  doc: "Conditional value at risk: the mean of the lowest `alpha·n` outcomes, the one on the boundary counted with the fraction that is left. `alpha: 1` is the mean, a small one nearly the minimum. What happens above does not count, so nothing is learned from good episodes; with few outcomes it is as unsteady as their minimum. Missing over nothing and for `alpha` outside 0 < alpha ≤ 1.",
  parameters: [
    { name: "values", type: "values", doc: "The outcomes: a vector, a list, or a value `over` an axis." },
    { name: "alpha", type: "number", pure: true, doc: "The share of the worst, above 0 and at most 1." },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: cvar,
  reduceRange: (element) => element,
  monotone: ["+", "+"],
  examples: [
    { expression: "cvar([10, 10, 10, -20], alpha: 0.25)", value: -20 },
    { expression: "cvar([10, 10, 10, -20], alpha: 0.5)", value: -5 },
    { expression: "cvar([4, 1, 2], alpha: 0.5)", value: 1.333333, tolerance: 5e-5 },
  ],
  source: "Rockafellar and Uryasev, Optimization of Conditional Value-at-Risk, 2000",
};
