// Between the surest member of an ensemble and the worst: record and value.
import type { Operator } from "../operator.ts";
import { numberOfPairs } from "./paired.ts";

/** weight·μ of the least spread + (1 − weight)·min μ; of equal spreads the lowest μ. NaN over nothing, for different lengths, or for a weight outside 0..1. */
export function brme(means: ArrayLike<number>, spreads: ArrayLike<number>, weight: number): number {
  if (means.length === 0 || means.length !== spreads.length || !(weight >= 0 && weight <= 1)) return NaN;
  let lowest = Infinity;
  let least = Infinity;
  let nominal = Infinity;
  for (let i = 0; i < means.length; i++) {
    if (Number.isNaN(means[i]) || Number.isNaN(spreads[i])) return NaN;
    lowest = Math.min(lowest, means[i]);
    if (spreads[i] > least) continue;
    nominal = spreads[i] < least ? means[i] : Math.min(nominal, means[i]);
    least = spreads[i];
  }
  return Math.min(Math.max(weight * nominal + (1 - weight) * lowest, lowest), nominal);
}

export const operator: Operator = {
  name: "brme",
  category: "combining",
  summary: "A mixture of the surest member's score and the lowest score of an ensemble.",
  doc: "Bayesian reward model ensemble: `weight·μ_nominal + (1 − weight)·min μ`, where the nominal member is the one with the smallest spread; of several equally sure ones the lowest counts. `weight` lies in 0..1: 0 is the worst case, 1 trusts the surest member alone, and which member that is may jump. Missing over nothing, for lists of different length, and for a weight outside of 0..1.",
  parameters: [
    { name: "means", type: "values", doc: "The score of each member." },
    { name: "spreads", type: "values", doc: "How unsure each member is, in the same unit." },
    { name: "weight", type: "number", pure: true, doc: "Share of the surest member, 0 to 1; λ in the paper." },
  ],
  result: "number",
  resultType: numberOfPairs("means", "spreads"),
  unit: "same",
  elementwise: false,
  evaluate: brme,
  range: ([means]) => means,
  monotone: ["+", "?", "+"],
  examples: [
    { expression: "brme([1, 0.4, 0.7], [0.5, 0.1, 0.3], 0.6)", value: 0.4, tolerance: 1e-12 },
    { expression: "brme([1, 0.4, 0.7], [0.1, 0.5, 0.3], 0.6)", value: 0.76, tolerance: 1e-12 },
    { expression: "brme([1, 0.4], [0.2, 0.2], 1)", value: 0.4 },
  ],
  source: "Yan et al., Reward-Robust RLHF in LLMs (BRME), 2024; the nominal member by recollection, the tie our own",
};
