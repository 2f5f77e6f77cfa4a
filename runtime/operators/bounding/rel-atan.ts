// A score against references, bent by the arctangent: record and value.
import { liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { overReferences, REFERENCES_DOC, scoreAndReferences } from "./over-references.ts";

/** Mean of atan(r − ref) over the finite references; NaN where there is none. */
export function relAtan(r: number, refs: ArrayLike<number>): number {
  let total = 0;
  let used = 0;
  for (let i = 0; i < refs.length; i++) {
    if (!Number.isFinite(refs[i])) continue;
    total += Math.atan(r - refs[i]);
    used += 1;
  }
  return total / used;
}

const HALF_TURN = { lo: -Math.PI / 2, hi: Math.PI / 2 };

export const operator: Operator = {
  name: "rel_atan",
  category: "bounding",
  summary: "How clearly a score beats reference scores, in -π/2..π/2, by the arctangent.",
  doc: `\`(1/M)·Σ atan(r − refₘ)\`: 0 among the references; it flattens more slowly than \`rel_tanh\`, so a slope is left far away. ${REFERENCES_DOC}`,
  parameters: scoreAndReferences,
  result: "number",
  unit: "pure",
  elementwise: false,
  evaluate: relAtan,
  range: overReferences((difference) => liftRising(Math.atan, difference, { codomain: HALF_TURN, exactAt: [0] })),
  monotone: ["+", "-"],
  examples: [{ expression: "rel_atan(2, [0, 1, 2])", value: 0.63084896, tolerance: 1e-7 }],
  source: "Variant of Fu et al., Reward Shaping to Mitigate Reward Hacking in RLHF, 2025 (arctangent in place of the sigmoid)",
};
