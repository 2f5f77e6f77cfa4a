// A score in units of the run so far: record and value.
import { divideIntervals, EVERYTHING, hull, type Interval, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { normalisedMonotone } from "./frozen-norm.ts";

/** (x − mean) / sd, or x − mean where sd is 0. */
export function runningNorm(x: number, mean: number, sd: number): number {
  return sd > 0 ? (x - mean) / sd : sd === 0 ? x - mean : NaN;
}

/** Of a quotient by sd, or of the dividend itself where sd is 0. */
export function perSpread(dividend: Interval, sd: Interval): Interval {
  if (sd.hi < 0) return EVERYTHING;
  if (sd.hi === 0) return dividend;
  const quotient = divideIntervals(dividend, { lo: Math.max(0, sd.lo), hi: sd.hi });
  return sd.lo <= 0 ? hull(quotient, dividend) : quotient;
}

export const operator: Operator = {
  name: "running_norm",
  category: "bounding",
  summary: "A score in standard deviations of the scores of the run so far.",
  doc: "`(x − mean) / sd`, divided by 1 where `sd` is 0 (a first batch of one). A reward sees one episode, not the run: declare `mean` and `sd` as signals `from trainer`, which keeps them up (Welford; batches merged by Chan's rule). As they follow the policy, the same score pays less the better the policy gets, and a reward that stopped improving looks like one that never started. `frozen_norm` does not move.",
  parameters: [
    { name: "x", type: "number", doc: "The score." },
    { name: "mean", type: "number", doc: "Its mean over the run so far: a signal from the trainer, in the same unit." },
    { name: "sd", type: "number", doc: "Its standard deviation over the run so far: a signal from the trainer." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: runningNorm,
  range: ([x, mean, sd]) => perSpread(subtractIntervals(x, mean), sd),
  monotone: ([x, mean, sd]) =>
    normalisedMonotone([x, mean])
      .map((sign, i) => (i === 2 && sd.lo <= 0 ? "?" : sign))
      .slice(0, 3),
  examples: [
    { expression: "running_norm(3, 1, 4)", value: 0.5 },
    { expression: "running_norm(3, 1, 0)", value: 2 },
  ],
  source: "Baseline `meanstd` of Fu et al., 2025; Wang et al., Secrets of RLHF Part II: Reward Modeling (MOSS-RLHF), 2024",
};
