// Ranges of the shapes that scores are bent and mixed by. It must not know operators' records.
import {
  addIntervals,
  hull,
  type Interval,
  liftRising,
  meet,
  multiplyIntervals,
  NOT_NEGATIVE,
  negateInterval,
  subtractIntervals,
  TRUTH,
} from "./interval.ts";
import { sigmoid } from "./operators/bounding/sigmoid.ts";
import { softplus } from "./operators/bounding/softplus.ts";

/** σ(z). */
export function logisticInterval(z: Interval): Interval {
  return liftRising((at) => sigmoid(at), z, { codomain: TRUTH, exactAt: [0], ulps: 6 });
}

/** log σ(z), at most 0. */
export function logLogisticInterval(z: Interval): Interval {
  return negateInterval(liftRising(softplus, negateInterval(z), { codomain: NOT_NEGATIVE, ulps: 6 }));
}

/** e^(−x) of what is not negative. */
export function decayInterval(x: Interval): Interval {
  const exponent = meet(x, NOT_NEGATIVE) ?? NOT_NEGATIVE;
  return liftRising(Math.exp, negateInterval(exponent), { codomain: TRUTH, exactAt: [0] });
}

/** Between a and b, a share p of the way, by a computation that never leaves the two. */
export function blendInterval(a: Interval, b: Interval, p: Interval): Interval {
  const ends = hull(a, b);
  const share = meet(p, TRUTH) ?? TRUTH;
  const direct = addIntervals(a, multiplyIntervals(subtractIntervals(b, a), share));
  const slack = 8 * Number.EPSILON * Math.max(Math.abs(a.lo), Math.abs(a.hi), Math.abs(b.lo), Math.abs(b.hi));
  if (!Number.isFinite(slack) || Number.isNaN(direct.lo) || Number.isNaN(direct.hi)) return ends;
  return meet({ lo: direct.lo - slack, hi: direct.hi + slack }, ends) ?? ends;
}
