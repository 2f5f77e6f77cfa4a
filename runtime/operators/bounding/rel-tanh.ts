// A score against references, bent by tanh: record and value.
import { liftRising, meet } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { overReferences, REFERENCES_DOC, scoreAndReferences } from "./over-references.ts";

/** Mean of tanh(r − ref) over the finite references; NaN where there is none. */
export function relTanh(r: number, refs: ArrayLike<number>): number {
  let total = 0;
  let used = 0;
  for (let i = 0; i < refs.length; i++) {
    if (!Number.isFinite(refs[i])) continue;
    total += Math.tanh(r - refs[i]);
    used += 1;
  }
  return total / used;
}

const WITHIN = { lo: -1, hi: 1 };
const mean = overReferences((difference) => liftRising(Math.tanh, difference, { codomain: WITHIN, exactAt: [0] }));

export const operator: Operator = {
  name: "rel_tanh",
  category: "bounding",
  summary: "How clearly a score beats reference scores, in -1..1, by tanh.",
  doc: `\`(1/M)·Σ tanh(r − refₘ)\`: 0 among the references, ±1 in the limit. ${REFERENCES_DOC}`,
  parameters: scoreAndReferences,
  result: "number",
  unit: "pure",
  elementwise: false,
  evaluate: relTanh,
  range: (args, options, counts) => meet(mean(args, options, counts), WITHIN) ?? WITHIN,
  monotone: ["+", "-"],
  examples: [{ expression: "rel_tanh(2, [0, 1, 2])", value: 0.57520724, tolerance: 1e-7 }],
  source: "Variant of Fu et al., Reward Shaping to Mitigate Reward Hacking in RLHF, 2025 (tanh in place of the sigmoid)",
};
