// The largest sudden change a schedule makes in what a term can pay. It must not know what the schedule depends on.
//
// Formula: max over t of |w_{t+1} − w_t|·width, width being the range of the term.
// Needs: the weight at successive points of training, and how wide the term's range is.
// Limits: points too far apart make a slope look like a jump.
// Source: Atom-Searcher (Deng et al., 2025); A-33 of the analyses.
import { areComparable, type Column } from "./columns.ts";

export interface Jump {
  /** Index of the point before it. */
  at: number;
  /** In the unit of the reward. */
  size: number;
}

/** The first of the largest. Undefined for fewer than two points, a weight that is not finite, or a negative width. */
export function largestJump(weights: Column, width: number): Jump | undefined {
  if (!areComparable(weights) || weights.length < 2 || !(width >= 0)) return undefined;
  const sizes = weights.slice(1).map((weight, t) => Math.abs(weight - weights[t]!) * width);
  const size = sizes.reduce((a, b) => Math.max(a, b));
  return { at: sizes.indexOf(size), size };
}
