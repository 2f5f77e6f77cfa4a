// What flipped labels do to a binary reward. It must not draw anything: these are expectations.
//
// Formula: with flip probability p and share a of rewarded samples the noisy mean is m = p + (1 − 2p)·a, what is left of any gap is
// 1 − 2p, and corr(clean, noisy) = (1 − 2p)·√(a(1 − a) / (m(1 − m))).
// Needs: a reward of 0 and 1; p known or guessed.
// Limits: flips are independent of the answer. Where a whole group is flipped at once, pairs within it are never told apart wrongly
// by chance but all together: then a group is right with 1 − p and inverted with p, and there are no ties.
// Source: work on reinforcement learning from noisy rewards, 2025; 25 % label noise in Coste et al., 2024.
import { isShare } from "./columns.ts";

/** What a gap between two expected rewards is multiplied by: 1 − 2p, negative above p = ½. NaN for p outside 0..1. */
export function signalLeft(p: number): number {
  return isShare(p) ? 1 - 2 * p : Number.NaN;
}

/** The share of samples that are rewarded after flipping, where `a` were before. NaN outside 0..1. */
export function noisyMean(a: number, p: number): number {
  return isShare(a) ? p + signalLeft(p) * a : Number.NaN;
}

/** Correlation of the clean with the flipped reward. NaN where one of them is constant, or outside 0..1. */
export function noisyCorrelation(a: number, p: number): number {
  const m = noisyMean(a, p);
  if (!(a > 0 && a < 1 && m > 0 && m < 1)) return Number.NaN;
  return signalLeft(p) * Math.sqrt((a * (1 - a)) / (m * (1 - m)));
}

/** The gap between two expected rewards that is left of `gap`. NaN as above. */
export function noisyGap(gap: number, p: number): number {
  return signalLeft(p) * gap;
}

export interface PairOutcomes {
  right: number;
  tie: number;
  inverted: number;
}

/** How a right and a wrong answer compare when each label is flipped on its own. All NaN for p outside 0..1. */
export function noisyPairs(p: number): PairOutcomes {
  const q = isShare(p) ? 1 - p : Number.NaN;
  return { right: q * q, tie: 2 * p * q, inverted: isShare(p) ? p * p : Number.NaN };
}

/** Probability that more than half of independent votes are flipped. An even number of votes may tie, which is not counted. */
export function majorityWrong(votes: number, p: number): number {
  if (!Number.isInteger(votes) || votes < 1 || !isShare(p)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  let logarithm = votes * Math.log(1 - p);
  let wrong = 0;
  for (let k = 0; k <= votes; k++) {
    if (2 * k > votes) wrong += Math.exp(logarithm);
    logarithm += Math.log((votes - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return Math.min(1, wrong);
}
