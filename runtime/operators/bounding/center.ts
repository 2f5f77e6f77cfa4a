// A score as its mean distance from reference scores: record and value.
import type { Operator } from "../operator.ts";
import { overReferences, REFERENCES_DOC, scoreAndReferences } from "./over-references.ts";

/** Mean of r − ref over the finite references; NaN where there is none. */
export function center(r: number, refs: ArrayLike<number>): number {
  let total = 0;
  let used = 0;
  for (let i = 0; i < refs.length; i++) {
    if (!Number.isFinite(refs[i])) continue;
    total += r - refs[i];
    used += 1;
  }
  return total / used;
}

export const operator: Operator = {
  name: "center",
  category: "bounding",
  summary: "How far a score lies above the mean of reference scores.",
  doc: `\`(1/M)·Σ (r − refₘ)\`: takes off what is easy or hard about a prompt, and bounds nothing. ${REFERENCES_DOC}`,
  parameters: scoreAndReferences,
  result: "number",
  unit: "same",
  elementwise: false,
  evaluate: center,
  range: overReferences((difference) => difference),
  monotone: ["+", "-"],
  examples: [{ expression: "center(2, [0, 1, 2])", value: 1 }],
  source: "Baseline `centered` of Fu et al., Reward Shaping to Mitigate Reward Hacking in RLHF, 2025",
};
