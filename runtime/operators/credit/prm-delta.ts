// Step scores paid as differences: record and value.
import { hull, type Interval, point, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { sameShape } from "./same-shape.ts";

/** sₖ − sₖ₊₁, the last but one as it is, the last 0; 0 for a single step. What is missing leaves its own place missing too. */
export function prmDelta(scores: ArrayLike<number>): number[] {
  const last = scores.length - 1;
  return Array.from(scores, (score, k) => {
    if (k === last) return Number.isNaN(score) ? Number.NaN : 0;
    return k === last - 1 ? score : score - scores[k + 1];
  });
}

const range = ([scores]: Interval[]): Interval => hull(subtractIntervals(scores, scores), scores, point(0));

export const operator: Operator = {
  name: "prm_delta",
  category: "credit",
  summary: "Step scores paid as differences, so that they sum to the first score.",
  doc: "With K steps: `sₖ − sₖ₊₁` for k < K − 1, `sₖ` for k = K − 1, and 0 for the last step, whose score is the outcome's business. The sum is the first score, whatever the number of steps: a step repeated at the end adds nothing. A single step gives 0.",
  parameters: [{ name: "scores", type: "values", doc: "One score per step, in order." }],
  result: "as first",
  resultType: ([scores]) => sameShape(scores),
  unit: "same",
  elementwise: false,
  evaluate: prmDelta,
  range,
  monotone: ["?"],
  examples: [
    { expression: "prm_delta([0.7, 0.2, 0.4, 0.8])", value: [0.5, -0.2, 0.4, 0], tolerance: 5e-5 },
    { expression: "sum(prm_delta([0.7, 0.2, 0.4, 0.8]))", value: 0.7, tolerance: 5e-5 },
    { expression: "sum(prm_delta([0.9, 0.9, 0.9, 0.9, 0.9]))", value: 0.9, tolerance: 5e-5 },
  ],
  source:
    "Gao et al., On Designing Effective RL Reward at Training Time for LLM Reasoning, 2024 (Delta; formula from memory, it gives the published figure)",
};
