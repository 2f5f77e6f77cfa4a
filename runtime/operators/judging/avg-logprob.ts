// Log-probability of a text per token: record and value.
import { meanInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { logprob } from "./logprob.ts";
import { logInterval, probInterval, someOf } from "./token-prob.ts";

/** logprob / n; NaN over nothing. */
export function avgLogprob(probabilities: ArrayLike<number>): number {
  return logprob(probabilities) / probabilities.length;
}

export const operator: Operator = {
  name: "avg_logprob",
  category: "judging",
  summary: "How likely a model finds a text per token: the mean of the logarithms of its token probabilities.",
  doc: "`(1/n)·Σ ln pᵢ`, with the limits of `logprob`: 1e-12 at the least, missing over no tokens. It compares texts of different length.",
  parameters: [{ name: "probabilities", type: "values", doc: "Probability of each reference token, or a value `over` an axis." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: avgLogprob,
  reduceRange: (element, count) => meanInterval(logInterval(probInterval(element, 1e-12)), someOf(count)),
  monotone: ["+"],
  examples: [{ expression: "avg_logprob([0.5, 0.5, 0.25])", value: -0.924196, tolerance: 5e-5 }],
  source: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026, eq. 10",
};
