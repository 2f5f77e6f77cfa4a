// Log-probability of a text from the probabilities of its tokens: record and value.
import { sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { logInterval, probInterval, someOf, tokenProb } from "./token-prob.ts";

/** Σ ln pᵢ, a probability of 0 counted as 1e-12; NaN over nothing. */
export function logprob(probabilities: ArrayLike<number>): number {
  if (probabilities.length === 0) return Number.NaN;
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) total += Math.log(tokenProb(probabilities[i], 1e-12));
  return total;
}

export const operator: Operator = {
  name: "logprob",
  category: "judging",
  summary: "How likely a model finds a text: the sum of the logarithms of its token probabilities.",
  doc: "`Σ ln pᵢ`. A probability below 1e-12 counts as 1e-12, so that one impossible token does not give −∞; a number outside 0..1 is none and cannot be computed (up to 1e-6 above 1 is rounding). Over no tokens it is missing. Longer texts get less: use `avg_logprob` where lengths differ.",
  parameters: [{ name: "probabilities", type: "values", doc: "Probability of each reference token, or a value `over` an axis." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: logprob,
  reduceRange: (element, count) => sumInterval(logInterval(probInterval(element, 1e-12)), someOf(count)),
  monotone: ["+"],
  examples: [{ expression: "logprob([0.5, 0.5, 0.25])", value: -2.772589, tolerance: 5e-5 }],
  source: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026, eq. 9",
};
