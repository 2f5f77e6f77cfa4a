// Probability of a text from those of its tokens: record and value.

import type { Operator } from "../operator.ts";
import { operator as productRecord } from "../reduction/product.ts";
import { probInterval, someOf, tokenProb } from "./token-prob.ts";

/** Π pᵢ; NaN over nothing. */
export function seqProb(probabilities: ArrayLike<number>): number {
  if (probabilities.length === 0) return Number.NaN;
  let total = 1;
  for (let i = 0; i < probabilities.length; i++) total *= tokenProb(probabilities[i], 0);
  return total;
}

export const operator: Operator = {
  name: "seq_prob",
  category: "judging",
  summary: "The probability a model gives to a whole text: the product of its token probabilities.",
  doc: "`Π pᵢ`. It vanishes on long texts: 200 tokens at 0.5 give 6.2e-61, so that nothing can be learnt from it; `avg_logprob` does not. A number outside 0..1 cannot be computed (up to 1e-6 above 1 is rounding). Over no tokens it is missing.",
  parameters: [{ name: "probabilities", type: "values", doc: "Probability of each reference token, or a value `over` an axis." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: seqProb,
  reduceRange: (element, count) => productRecord.reduceRange!(probInterval(element, 0), someOf(count)),
  monotone: ["+"],
  examples: [{ expression: "seq_prob([0.5, 0.5, 0.25])", value: 0.0625 }],
  source: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026, eq. 7 (VeriFree)",
};
