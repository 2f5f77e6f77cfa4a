// How well a critique makes the points of a reference critique: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Harmonic mean of precision and recall; 0 where both are 0. */
export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : Math.min(1, (2 * precision * recall) / (precision + recall));
}

/** F1, precision or recall of `matched` points; NaN for counts that do not fit, and without a reference. */
export function critiqueSim(matched: number, predicted: number, gold: number, which = "f1"): number {
  if (!(matched >= 0 && matched <= predicted && matched <= gold && gold > 0 && predicted < Number.POSITIVE_INFINITY))
    return Number.NaN;
  const precision = predicted === 0 ? 0 : matched / predicted;
  const recall = gold === Number.POSITIVE_INFINITY ? 0 : matched / gold;
  return which === "precision" ? precision : which === "recall" ? recall : f1Of(precision, recall);
}

export const operator: Operator = {
  name: "critique_sim",
  category: "judging",
  summary: "How well a critique makes the points of a reference critique: F1, precision or recall.",
  doc: "With `matched` points in common, precision is `matched/predicted`, recall `matched/gold`, and F1 their harmonic mean. No point predicted gives 0. Without a reference (`gold` is 0), or where more points match than there are, it is missing. Precision alone is played by making one safe point, recall alone by making them all.",
  parameters: [
    { name: "matched", type: "number", doc: "Points that both make, each counted once." },
    { name: "predicted", type: "number", doc: "Points the critique makes." },
    { name: "gold", type: "number", doc: "Points the reference makes." },
    {
      name: "which",
      type: "option",
      default: "f1",
      options: ["f1", "precision", "recall"],
      constant: true,
      doc: "What is given.",
    },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: critiqueSim,
  range: () => TRUTH,
  monotone: ["+", "-", "-"],
  examples: [
    { expression: "critique_sim(3, 4, 5)", value: 0.666667, tolerance: 5e-5 },
    { expression: 'critique_sim(3, 4, 5, which: "precision")', value: 0.75 },
    { expression: "critique_sim(0, 0, 5)", value: 0 },
  ],
  source: "Reward Modeling from Natural Language Human Feedback, 2026",
};
