// Step scores cut off, then paid as differences: record and value.
import { hull, type Interval, minIntervals, point, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { prmClip } from "./prm-clip.ts";
import { prmDelta } from "./prm-delta.ts";
import { sameShape } from "./same-shape.ts";

/** prm_delta of prm_clip. */
export function prmClipDelta(scores: ArrayLike<number>, threshold: number): number[] {
  return prmDelta(prmClip(scores, threshold));
}

function range([scores, threshold]: Interval[]): Interval {
  const clipped = minIntervals(subtractIntervals(scores, threshold), point(0));
  return hull(subtractIntervals(clipped, clipped), clipped, point(0));
}

export const operator: Operator = {
  name: "prm_clip_delta",
  category: "credit",
  summary: "Step scores cut off at a threshold and paid as differences.",
  doc: "`prm_delta(prm_clip(scores, threshold))`: bounded like `prm_clip` and independent of the number of steps like `prm_delta`. The sum is `min(s₁ − threshold, 0)`.",
  parameters: [
    { name: "scores", type: "values", doc: "One score per step, in order." },
    { name: "threshold", type: "number", doc: "Scores above it count like it; in the unit of the scores." },
  ],
  result: "as first",
  resultType: ([scores]) => sameShape(scores),
  unit: "same",
  elementwise: false,
  evaluate: prmClipDelta,
  range,
  monotone: ["?", "?"],
  examples: [{ expression: "prm_clip_delta([0.7, 0.2, 0.4, 0.8], 0.5)", value: [0.3, -0.2, -0.1, 0], tolerance: 5e-5 }],
  source:
    "Gao et al., On Designing Effective RL Reward at Training Time for LLM Reasoning, 2024 (Clip and Delta; formula from memory)",
};
