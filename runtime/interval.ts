// Closed intervals of doubles, infinities included. Bounds are widened outward where rounding could lose a value.
// It must not know operators or programs. Where a result is exact its bound is exact: 0..1 + 0..1 is 0..2.
//
// A bound holds for the real result and for the double the evaluator computes; NaN belongs to no interval. The sign of a zero
// is not tracked: 1 / (0..2) is 0.5..∞, although dividing by a negative zero gives −∞.
import { addDown, addUp, divideDown, divideUp, lower, multiplyDown, multiplyUp, raise, rootDown, rootUp } from "./rounding.ts";

export interface Interval {
  lo: number;
  hi: number;
}

export const EVERYTHING: Interval = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
export const NOT_NEGATIVE: Interval = { lo: 0, hi: Number.POSITIVE_INFINITY };
export const TRUTH: Interval = { lo: 0, hi: 1 };

/** Twice the error bound of the Math functions of current engines (below 1 ulp each), so that bounds also survive another library. */
const LIBRARY_ULPS = 2;

export const point = (x: number): Interval => ({ lo: x, hi: x });
export const isPoint = (x: Interval): boolean => x.lo === x.hi;
export const contains = (x: Interval, value: number): boolean => x.lo <= value && value <= x.hi;
export const includes = (outer: Interval, inner: Interval): boolean => outer.lo <= inner.lo && inner.hi <= outer.hi;
export const isBounded = (x: Interval): boolean => Number.isFinite(x.lo) && Number.isFinite(x.hi);

/** The smallest interval round all of them; everything for none. */
export function hull(...parts: Interval[]): Interval {
  if (parts.length === 0) return EVERYTHING;
  let { lo, hi } = parts[0];
  for (const part of parts) {
    lo = Math.min(lo, part.lo);
    hi = Math.max(hi, part.hi);
  }
  return { lo, hi };
}

/** What both hold; undefined where they have no value in common. */
export function meet(a: Interval, b: Interval): Interval | undefined {
  const lo = Math.max(a.lo, b.lo);
  const hi = Math.min(a.hi, b.hi);
  return lo <= hi ? { lo, hi } : undefined;
}

/** From both sides by so many units in the last place, not beyond `within`. */
export function widen(x: Interval, ulps: number, within: Interval = EVERYTHING): Interval {
  return { lo: Math.max(lower(x.lo, ulps), within.lo), hi: Math.min(raise(x.hi, ulps), within.hi) };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { lo: addDown(a.lo, b.lo), hi: addUp(a.hi, b.hi) };
}

export function negateInterval(x: Interval): Interval {
  return { lo: 0 - x.hi, hi: 0 - x.lo };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, negateInterval(b));
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  return {
    lo: Math.min(multiplyDown(a.lo, b.lo), multiplyDown(a.lo, b.hi), multiplyDown(a.hi, b.lo), multiplyDown(a.hi, b.hi)),
    hi: Math.max(multiplyUp(a.lo, b.lo), multiplyUp(a.lo, b.hi), multiplyUp(a.hi, b.lo), multiplyUp(a.hi, b.hi)),
  };
}

/** Everything where the divisor has 0 inside; one-sided where 0 is one of its ends. */
export function divideIntervals(a: Interval, b: Interval): Interval {
  // Which infinity a division by zero gives depends on the sign of the zero; only a lower bound +0 excludes the other one.
  if (b.hi >= 0 && (b.lo < 0 || Object.is(b.lo, -0))) return EVERYTHING;
  if (b.lo === 0 && b.hi === 0) return EVERYTHING;
  if (b.hi < 0) return divideIntervals(negateInterval(a), negateInterval(b));
  if (b.lo === 0) {
    if (a.lo < 0 && a.hi > 0) return EVERYTHING;
    if (a.lo === 0 && a.hi === 0) return point(0);
    // Nothing is known of ∞ / ∞ but its sign.
    return a.lo >= 0
      ? { lo: divideDown(a.lo, b.hi) || 0, hi: Number.POSITIVE_INFINITY }
      : { lo: Number.NEGATIVE_INFINITY, hi: divideUp(a.hi, b.hi) || 0 };
  }
  const corners = [
    [a.lo, b.lo],
    [a.lo, b.hi],
    [a.hi, b.lo],
    [a.hi, b.hi],
  ].filter(([x, y]) => Number.isFinite(x) || Number.isFinite(y));
  if (corners.length === 0) return EVERYTHING;
  return {
    lo: Math.min(...corners.map(([x, y]) => divideDown(x, y))),
    hi: Math.max(...corners.map(([x, y]) => divideUp(x, y))),
  };
}

export function absInterval(x: Interval): Interval {
  if (x.lo >= 0) return x;
  if (x.hi <= 0) return negateInterval(x);
  return { lo: 0, hi: Math.max(-x.lo, x.hi) };
}

/** x · x for one and the same x, never negative. */
export function squareInterval(x: Interval): Interval {
  const { lo, hi } = absInterval(x);
  return { lo: multiplyDown(lo, lo), hi: multiplyUp(hi, hi) };
}

/** Negative values have no root; 0..∞ where there is nothing else. */
export function rootInterval(x: Interval): Interval {
  if (x.hi < 0) return NOT_NEGATIVE;
  return { lo: rootDown(Math.max(x.lo, 0)), hi: rootUp(x.hi) };
}

export function minIntervals(...parts: Interval[]): Interval {
  return { lo: Math.min(...parts.map((part) => part.lo)), hi: Math.min(...parts.map((part) => part.hi)) };
}

export function maxIntervals(...parts: Interval[]): Interval {
  return { lo: Math.max(...parts.map((part) => part.lo)), hi: Math.max(...parts.map((part) => part.hi)) };
}

export interface Lifting {
  /** The function never leaves it. */
  codomain?: Interval;
  /** Arguments where the function gives the exact value. Infinite arguments always count. */
  exactAt?: readonly number[];
  /** Error bound of the function, where it is more than one library call. */
  ulps?: number;
}

/** Range of a function that never falls, from its values at both ends. */
export function liftRising(f: (x: number) => number, x: Interval, lifting: Lifting = {}): Interval {
  const { codomain = EVERYTHING, exactAt = [], ulps = LIBRARY_ULPS } = lifting;
  const exact = (at: number) => !Number.isFinite(at) || exactAt.includes(at);
  const below = f(x.lo);
  const above = f(x.hi);
  const lo = exact(x.lo) ? below : lower(below === Number.POSITIVE_INFINITY ? Number.MAX_VALUE : below, ulps);
  const hi = exact(x.hi) ? above : raise(above === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE : above, ulps);
  return { lo: Math.max(lo, codomain.lo) + 0, hi: Math.min(hi, codomain.hi) + 0 };
}

/** Range of a function that never rises. */
export function liftFalling(f: (x: number) => number, x: Interval, lifting: Lifting = {}): Interval {
  const exactAt = lifting.exactAt?.map((at) => -at);
  return liftRising((at) => f(-at), negateInterval(x), { ...lifting, exactAt });
}
