// Step scores that can only cost: record and value.
import { type Interval, minIntervals, point, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { sameShape } from "./same-shape.ts";

/** min(sₖ − threshold, 0) for every step. */
export function prmClip(scores: ArrayLike<number>, threshold: number): number[] {
  return Array.from(scores, (score) => Math.min(score - threshold, 0));
}

const range = ([scores, threshold]: Interval[]): Interval => minIntervals(subtractIntervals(scores, threshold), point(0));

export const operator: Operator = {
  name: "prm_clip",
  category: "credit",
  summary: "Step scores cut off at a threshold, so that more steps never pay more.",
  doc: "`min(sₖ − threshold, 0)` for every step score `sₖ`. The sum is at most 0 however many steps there are, so repeating a good step earns nothing; a step below the threshold costs the difference. Nothing in, nothing out.",
  parameters: [
    { name: "scores", type: "values", doc: "One score per step, in order." },
    { name: "threshold", type: "number", doc: "From this score on a step costs nothing; in the unit of the scores." },
  ],
  result: "as first",
  resultType: ([scores]) => sameShape(scores),
  unit: "same",
  elementwise: false,
  evaluate: prmClip,
  range,
  monotone: ["+", "-"],
  examples: [{ expression: "prm_clip([0.7, 0.2, 0.4, 0.8], 0.5)", value: [0, -0.3, -0.1, 0], tolerance: 5e-5 }],
  source: "Gao et al., On Designing Effective RL Reward at Training Time for LLM Reasoning, 2024 (Clip)",
};
