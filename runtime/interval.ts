// Closed intervals of doubles, infinities included. Bounds are widened outward where rounding could lose a value.
// It must not know operators or programs.

export interface Interval {
  lo: number;
  hi: number;
}

export const EVERYTHING: Interval = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
export const TRUTH: Interval = { lo: 0, hi: 1 };
