// A quantile of reference scores: record and value.
import {
  addIntervals,
  EVERYTHING,
  hull,
  type Interval,
  liftRising,
  meet,
  multiplyIntervals,
  point,
  rootInterval,
  TRUTH,
} from "../../interval.ts";
import { ANY_COUNT, meanInterval, varianceInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { mean } from "../reduction/mean.ts";
import { quantile } from "../reduction/quantile.ts";
import { std } from "../reduction/std.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** "normal": μ + z_q·(σ + eps), of one reference the reference itself; "empirical": linear between the sorted references. */
export function refQuantile(refs: ArrayLike<number>, q = 0.85, mode = "normal", ddof = 0, eps = 1e-5): number {
  if (mode === "empirical") return quantile(refs, q);
  if (!(eps >= 0)) return NaN;
  const z = normalQuantile(q);
  if (refs.length === 1 && !Number.isNaN(z + ddof)) return refs[0];
  return mean(refs) + z * (std(refs, ddof) + eps);
}

const FARTHEST = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };

/** z_q over shares strictly between 0 and 1. */
function quantileInterval(q: Interval): Interval {
  const share = meet(q, TRUTH);
  if (share === undefined) return FARTHEST;
  const z = (p: number) => (p <= 0 ? FARTHEST.lo : p >= 1 ? FARTHEST.hi : normalQuantile(p));
  return liftRising(z, share, { exactAt: [0, 0.5, 1], ulps: 64 });
}

function range(
  [refs, q = point(0.85), , ddof = point(0), eps = point(1e-5)]: Interval[],
  options: (string | undefined)[],
  counts?: readonly (Interval | undefined)[],
): Interval {
  if (options[2] === "empirical") return refs;
  const count = counts?.[0] ?? ANY_COUNT;
  const spread = addIntervals(rootInterval(varianceInterval(refs, count, ddof)), { lo: Math.max(0, eps.lo), hi: eps.hi });
  if (!(spread.lo <= spread.hi)) return EVERYTHING;
  const centre = meanInterval(refs, count);
  const quantiles = addIntervals(centre, multiplyIntervals(quantileInterval(q), spread));
  return count.lo > 1 ? quantiles : hull(quantiles, refs);
}

export const operator: Operator = {
  name: "ref_quantile",
  category: "bounding",
  summary: "A high quantile of reference scores, to measure an answer by.",
  doc: "`normal`: `μ + z_q·(σ + eps)` over the references, with `z_q` the quantile of the standard normal distribution (1.036433 for 0.85): it needs few references, and can lie above all of them. Of a single reference it is that reference. `empirical`: the quantile of the references themselves, in a straight line between neighbours. `ddof: 1` takes the references as a sample of more. Missing without references, where one cannot be computed, and for `q` outside 0..1 (with `normal` at 0 and 1 as well).",
  parameters: [
    { name: "refs", type: "values", doc: "Frozen scores of reference answers to the same prompt." },
    { name: "q", type: "number", default: 0.85, pure: true, doc: "The share of answers that lie below." },
    {
      name: "mode",
      type: "option",
      default: "normal",
      options: ["normal", "empirical"],
      constant: true,
      doc: "From mean and spread, or from the references themselves.",
    },
    { name: "ddof", type: "count", default: 0, constant: true, pure: true, doc: "0 divides the variance by M, 1 by M − 1." },
    { name: "eps", type: "number", default: 1e-5, doc: "Added to σ, in the unit of the references; not negative." },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  evaluate: refQuantile,
  range,
  monotone: (_, options) => (options[2] === "empirical" ? ["+", "+", "0", "0", "0"] : ["?", "+", "0", "?", "?"]),
  examples: [
    { expression: "ref_quantile([0, 1, 2])", value: 1.846255, tolerance: 5e-5 },
    { expression: "ref_quantile([0, 1, 2], ddof: 1)", value: 2.036444, tolerance: 5e-5 },
    { expression: 'ref_quantile([0, 1, 2], 0.85, mode: "empirical")', value: 1.7, tolerance: 1e-12 },
    { expression: "ref_quantile([3])", value: 3 },
  ],
  source:
    "Wang et al., Transforming and Combining Rewards for Aligning Large Language Models, 2024 (85th percentile); `LSC` in the code of Fu et al., 2025; Wichura, Algorithm AS 241, 1988",
};
