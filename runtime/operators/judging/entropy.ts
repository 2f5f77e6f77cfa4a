// Entropy of a distribution: record and value.
import { raise } from "../../rounding.ts";
import type { Operator } from "../operator.ts";

/** −Σ p·log₂ p; NaN for what does not sum to 1 (within 1e-6), for a negative p and over nothing. */
export function entropy(probabilities: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) total += probabilities[i] >= 0 ? probabilities[i] : Number.NaN;
  if (!(Math.abs(total - 1) <= 1e-6)) return Number.NaN;
  let bits = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] / total;
    if (p > 0) bits -= p * Math.log2(p);
  }
  return Math.min(Math.max(bits, 0), Math.log2(probabilities.length));
}

export const operator: Operator = {
  name: "entropy",
  category: "judging",
  summary: "How undecided a distribution is, in bits.",
  doc: "`−Σ p·log₂ p`, with 0 for p = 0: 0 where one outcome is certain, log₂ n where all n are equally likely. Numbers that do not sum to 1 (within 1e-6) or are negative are no distribution and cannot be computed.",
  parameters: [{ name: "probabilities", type: "values", doc: "Probability of each outcome." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: entropy,
  reduceRange: (_, count) => ({ lo: 0, hi: count.hi <= 1 ? 0 : raise(Math.log2(count.hi), 2) }),
  monotone: ["?"],
  examples: [
    { expression: "entropy([0.5, 0.5])", value: 1 },
    { expression: "entropy([0.25, 0.25, 0.25, 0.25])", value: 2 },
    { expression: "entropy([1, 0, 0])", value: 0 },
  ],
  source: "Shannon, A Mathematical Theory of Communication, 1948",
};
