// A score kept near the mean of the run: record and value.
import {
  addIntervals,
  type Interval,
  maxIntervals,
  meet,
  minIntervals,
  multiplyIntervals,
  NOT_NEGATIVE,
  point,
  subtractIntervals,
} from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** min(max(x, mean − k·sd), mean + k·sd); NaN for a negative spread. */
export function sigmaClip(x: number, mean: number, sd: number, k = 1): number {
  if (!(sd >= 0 && k >= 0)) return NaN;
  return Math.min(Math.max(x, mean - k * sd), mean + k * sd);
}

function range([x, mean, sd, k = point(1)]: Interval[]): Interval {
  const spread = multiplyIntervals(meet(sd, NOT_NEGATIVE) ?? NOT_NEGATIVE, meet(k, NOT_NEGATIVE) ?? NOT_NEGATIVE);
  return minIntervals(maxIntervals(x, subtractIntervals(mean, spread)), addIntervals(mean, spread));
}

function monotone([x, mean]: Interval[]): Monotone[] {
  const out = x.lo >= mean.hi ? "+" : x.hi <= mean.lo ? "-" : "?";
  return ["+", "+", out, out];
}

export const operator: Operator = {
  name: "sigma_clip",
  category: "bounding",
  summary: "Keeps a score within some standard deviations of the run's mean.",
  doc: "`clip(x, mean − k·sd, mean + k·sd)`. `mean` and `sd` are signals `from trainer` (the statistics of the run so far), as for `running_norm`; where they move, so do the bounds. Missing where `sd` or `k` is negative.",
  parameters: [
    { name: "x", type: "number", doc: "The score." },
    { name: "mean", type: "number", doc: "Its mean over the run so far: a signal from the trainer, in the same unit." },
    { name: "sd", type: "number", doc: "Its standard deviation over the run so far: a signal from the trainer." },
    { name: "k", type: "number", default: 1, pure: true, doc: "How many standard deviations, not negative." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: sigmaClip,
  range,
  monotone,
  examples: [
    { expression: "sigma_clip(9, 1, 2)", value: 3 },
    { expression: "sigma_clip(-9, 1, 2, k: 3)", value: -5 },
  ],
  source: "Baseline `clip` of Fu et al., Reward Shaping to Mitigate Reward Hacking in RLHF, 2025",
};
