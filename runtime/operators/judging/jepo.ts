// Log of the mean probability over several lines of thought: record and value.
import { meanInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { avgProb } from "./avg-prob.ts";
import { logInterval, probInterval, someOf, tokenProb } from "./token-prob.ts";

/** ln of the mean, a mean of 0 counted as 1e-300; NaN over nothing. */
export function jepo(probabilities: ArrayLike<number>): number {
  return Math.log(tokenProb(avgProb(probabilities), 1e-300));
}

export const operator: Operator = {
  name: "jepo",
  category: "judging",
  summary: "The logarithm of the mean probability of the answer over several lines of thought.",
  doc: "`ln((1/G)·Σ pᵢ)`, usually `over group`: `pᵢ` is the probability of the reference answer after the i-th sample's reasoning, for example `seq_prob(…)`. One sample that makes the answer likely carries the group. A mean of 0 counts as 1e-300 (about −690.8); a number outside 0..1 cannot be computed. Over nothing it is missing.",
  parameters: [{ name: "probabilities", type: "values", doc: "One probability per sample, or a value `over group`." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: jepo,
  reduceRange: (element, count) => logInterval(probInterval(meanInterval(probInterval(element, 0), someOf(count)), 1e-300)),
  monotone: ["+"],
  examples: [{ expression: "jepo([0.0625, 0.25])", value: -1.856298, tolerance: 5e-5 }],
  source: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026, eq. 11 (JEPO)",
};
