// A score against that of a baseline answer: record and value.
import { subtractIntervals } from "../../interval.ts";
import { logisticInterval } from "../../score-intervals.ts";
import type { Operator } from "../operator.ts";
import { sigmoid } from "./sigmoid.ts";

/** σ(r − base). */
export function calibrate(r: number, base: number): number {
  return sigmoid(r - base);
}

export const operator: Operator = {
  name: "calibrate",
  category: "bounding",
  summary: "The probability that an answer beats the baseline answer to the same prompt.",
  doc: "`σ(r − base)`: 0.5 where both scores are the same. The baseline is the score of one answer to the *same* prompt, a reference answer or a sample of the starting policy. Where the baseline is missing, so is the result: it never silently becomes 0.5. Against several references use `par`.",
  parameters: [
    { name: "r", type: "number", doc: "Score of the answer, a pure number." },
    { name: "base", type: "number", doc: "Score of the baseline answer to the same prompt." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: calibrate,
  range: ([r, base]) => logisticInterval(subtractIntervals(r, base)),
  monotone: ["+", "-"],
  examples: [{ expression: "calibrate(1, 0)", value: 0.731059, tolerance: 5e-5 }],
  source: "Xu et al., The Perfect Blend: Redefining RLHF with Mixture of Judges (CGPO), 2024, equation 5",
};
