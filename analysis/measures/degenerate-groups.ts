// Groups of samples that teach nothing because all got the same reward. It must not know which advantage is used.
//
// Formula: share of groups whose rewards are all equal; for a binary reward with success rate p and G independent samples,
// P(all fail) = (1 − p)ᴳ and P(all the same) = pᴳ + (1 − p)ᴳ.
// Needs: rewards by group; for the probabilities p and G.
// Limits: samples of one prompt are more alike than independent draws, so real groups degenerate more often than p and G say.
// Source: R³L, 2026; dynamic sampling in DAPO (Yu et al., 2025).
import { type Column, isConstant, isShare } from "./columns.ts";

/** 0..1; a group of one counts, an empty one does not. NaN without a group. */
export function degenerateShare(groups: readonly Column[]): number {
  const filled = groups.filter((group) => group.length > 0);
  return filled.length === 0 ? Number.NaN : filled.filter(isConstant).length / filled.length;
}

/** Probability that no sample of a group succeeds. NaN for p outside 0..1 or a size that is not a whole number above 0. */
export function allFail(p: number, size: number): number {
  return isShare(p) && Number.isInteger(size) && size > 0 ? (1 - p) ** size : Number.NaN;
}

/** Probability that all samples of a group succeed or all fail. NaN as above. */
export function allSame(p: number, size: number): number {
  return size === 1 && isShare(p) ? 1 : allFail(p, size) + allFail(1 - p, size);
}
