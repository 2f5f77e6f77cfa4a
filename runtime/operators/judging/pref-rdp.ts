// How far log-ratios are from the reward difference they should show: record and value.
import { divideIntervals, type Interval, meet, NOT_NEGATIVE, squareInterval, subtractIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** ((lrA − lrB) − (rA − rB)/beta)²; NaN where beta is not positive. */
export function prefRdp(logRatioA: number, logRatioB: number, rewardA: number, rewardB: number, beta: number): number {
  if (!(beta > 0)) return Number.NaN;
  const miss = logRatioA - logRatioB - (rewardA - rewardB) / beta;
  return miss * miss;
}

function missInterval([lrA, lrB, rA, rB, beta]: Interval[]): Interval {
  const positive = meet(beta, NOT_NEGATIVE) ?? NOT_NEGATIVE;
  return subtractIntervals(subtractIntervals(lrA, lrB), divideIntervals(subtractIntervals(rA, rB), positive));
}

function range(args: Interval[]): Interval {
  const miss = missInterval(args);
  return Number.isNaN(miss.lo) || Number.isNaN(miss.hi) ? NOT_NEGATIVE : squareInterval(miss);
}

/** The square rises with the miss where that is never negative. */
function monotone(args: Interval[]): Monotone[] {
  const miss = missInterval(args);
  const [up, down]: Monotone[] = miss.lo >= 0 ? ["+", "-"] : miss.hi <= 0 ? ["-", "+"] : ["?", "?"];
  return [up, down, down, up, "?"];
}

export const operator: Operator = {
  name: "pref_rdp",
  category: "judging",
  summary: "How far a pair of answers is from the reward difference that the policy should show.",
  doc: "`((lrₐ − lr_b) − (rₐ − r_b)/beta)²`, where `lr` is the log of the policy's probability over the reference's: 0 where the policy prefers one answer exactly as much as its reward says. A `beta` that is not above 0 cannot be computed. A loss: lower is better.",
  parameters: [
    { name: "log_ratio_a", type: "number", doc: "Log-probability ratio of one answer." },
    { name: "log_ratio_b", type: "number", doc: "Log-probability ratio of the other." },
    { name: "reward_a", type: "number", doc: "Reward of one answer." },
    { name: "reward_b", type: "number", doc: "Reward of the other." },
    { name: "beta", type: "number", doc: "Strength of the pull towards the reference, positive." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: prefRdp,
  range,
  monotone,
  examples: [{ expression: "pref_rdp(0.6, 0.1, 2, 1, beta: 4)", value: 0.0625, tolerance: 5e-5 }],
  source: "PRDP: Proximal Reward Difference Prediction, 2024 (formula from memory)",
};
