// Mean probability of the tokens of a text: record and value.
import { meet, TRUTH } from "../../interval.ts";
import { meanInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { probInterval, someOf, tokenProb } from "./token-prob.ts";

/** (1/n)·Σ pᵢ; NaN over nothing. */
export function avgProb(probabilities: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) total += tokenProb(probabilities[i], 0);
  return total / probabilities.length;
}

export const operator: Operator = {
  name: "avg_prob",
  category: "judging",
  summary: "The mean probability a model gives to the tokens of a text.",
  doc: "`(1/n)·Σ pᵢ`. Unlike the product it does not vanish on long texts, but easy tokens outweigh the one that matters. A number outside 0..1 cannot be computed (up to 1e-6 above 1 is rounding). Over no tokens it is missing.",
  parameters: [{ name: "probabilities", type: "values", doc: "Probability of each reference token, or a value `over` an axis." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: avgProb,
  reduceRange: (element, count) => meet(meanInterval(probInterval(element, 0), someOf(count)), TRUTH) ?? TRUTH,
  monotone: ["+"],
  examples: [{ expression: "avg_prob([0.5, 0.5, 0.25])", value: 0.416667, tolerance: 5e-5 }],
  source: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026, eq. 8 (as in RLPR)",
};
