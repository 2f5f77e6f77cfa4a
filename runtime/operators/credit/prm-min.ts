// Credit for the weakest step: record and value.
import type { Interval } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { sameShape } from "./same-shape.ts";

/** wₖ·sₖ with wₖ ∝ e^(−sₖ/temperature); all missing where a score is, or where the temperature is not positive. */
export function prmMin(scores: ArrayLike<number>, temperature = 0.1): number[] {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) least = Math.min(least, scores[k]);
  const shares = Array.from(scores, (score) => (temperature > 0 ? Math.exp((least - score) / temperature) : Number.NaN));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Array.from(scores, (score, k) => (shares[k] / total) * score);
}

const range = ([scores]: Interval[]): Interval => ({ lo: Math.min(scores.lo, 0), hi: Math.max(scores.hi, 0) });

export const operator: Operator = {
  name: "prm_min",
  category: "credit",
  summary: "Step scores weighted towards the weakest step, so that their sum is about the smallest.",
  doc: "`wₖ·sₖ` with weights `wₖ = e^(−sₖ/T) / Σ e^(−sⱼ/T)`. The sum is near `min(scores)`: near it from above for a small temperature `T`, the mean for a large one. A longer chain of good steps earns no more, and the credit goes to the weakest step. A temperature that is not above 0 cannot be computed.",
  parameters: [
    { name: "scores", type: "values", doc: "One score per step." },
    {
      name: "temperature",
      type: "number",
      default: 0.1,
      doc: "How softly the smallest is picked, positive; in the unit of the scores.",
    },
  ],
  result: "as first",
  resultType: ([scores]) => sameShape(scores),
  unit: "same",
  elementwise: false,
  evaluate: prmMin,
  range,
  monotone: ["?", "?"],
  examples: [
    { expression: "prm_min([0.9, 0.8, 0.5])", value: [0.015433, 0.03729, 0.46812], tolerance: 5e-5 },
    { expression: "sum(prm_min([0.9, 0.8, 0.5], temperature: 0.1))", value: 0.520843, tolerance: 5e-5 },
  ],
  source: "Cheng et al., Stop Summation: Min-Form Credit Assignment Is All Process Reward Model Needs (PURE), 2025",
};
