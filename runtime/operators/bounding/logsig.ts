// Log-probability of beating a reference: record and value.
import { subtractIntervals } from "../../interval.ts";
import { logLogisticInterval } from "../../score-intervals.ts";
import type { Operator } from "../operator.ts";
import { softplus } from "./softplus.ts";

/** log σ(r − ref), never −∞ for finite scores. */
export function logsig(r: number, ref: number): number {
  return -softplus(ref - r);
}

export const operator: Operator = {
  name: "logsig",
  category: "bounding",
  summary: "The logarithm of the probability that a score beats a reference.",
  doc: "`log σ(r − ref) = −softplus(ref − r)`, at most 0. Far above the reference it is flat, far below it falls like `r − ref`, so that weak scores are improved first. Computed so that it never becomes −∞: 1000 below gives −1000. With `ref_quantile` as `ref` it is the log-sigmoid-centred transformation; sums of it read as a logical and, see `all_of`.",
  parameters: [
    { name: "r", type: "number", doc: "Score of the answer, a pure number." },
    { name: "ref", type: "number", doc: "Reference score for the same prompt." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: logsig,
  range: ([r, ref]) => logLogisticInterval(subtractIntervals(r, ref)),
  monotone: ["+", "-"],
  examples: [
    { expression: "logsig(0, 0)", value: -Math.LN2, tolerance: 1e-15 },
    { expression: "logsig(-2, 1)", value: -3.048587, tolerance: 5e-5 },
    { expression: "logsig(4, 1)", value: -0.048587, tolerance: 5e-5 },
    { expression: "logsig(-1000, 0)", value: -1000 },
    { expression: "logsig(2, ref_quantile([0, 1, 2]))", value: -0.619226, tolerance: 5e-5 },
  ],
  source: "Wang et al., Transforming and Combining Rewards for Aligning Large Language Models, 2024",
};
