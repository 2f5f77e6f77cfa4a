// Ranges of sums and means of many values added one after the other in doubles. It must not know operators.
import { type Interval, isPoint, multiplyIntervals, point } from "./interval.ts";

/** The most elements an array can have. */
const MOST = 2 ** 32;

export const ANY_COUNT: Interval = { lo: 0, hi: Number.POSITIVE_INFINITY };

/** Bound of the relative error of adding `count` values of one sign: (n − 1)·u / (1 − (n − 1)·u). */
function growth(count: number): number {
  const errors = Math.min(count, MOST) * 2 ** -53;
  return errors / (1 - errors);
}

/** Whether 1·x, 2·x … count·x are all doubles, so that adding x over and over is exact. */
function addsExactly(x: number, count: number): boolean {
  if (x === 0 || count <= 1) return true;
  let whole = Math.abs(x);
  if (whole > 2 ** 53 || whole < 2 ** -60) return false;
  for (let halvings = 0; !Number.isInteger(whole); halvings++) {
    if (halvings > 120) return false;
    whole *= 2;
  }
  while (whole % 2 === 0) whole /= 2;
  return whole * Math.min(count, MOST) <= 2 ** 53;
}

/**
 * Sum of `count` values from `element`. Rounded addition is monotone, so the sum of the bounds bounds the sum; it is widened
 * by its rounding error where it has one.
 */
export function sumInterval(element: Interval, count: Interval): Interval {
  const least = element.lo >= 0 ? count.lo : count.hi;
  const most = element.hi >= 0 ? count.hi : count.lo;
  const { lo } = multiplyIntervals(point(element.lo), point(least));
  const { hi } = multiplyIntervals(point(element.hi), point(most));
  return {
    lo: addsExactly(element.lo, least) || !Number.isFinite(lo) ? lo : lo - Math.abs(lo) * growth(least),
    hi: addsExactly(element.hi, most) || !Number.isFinite(hi) ? hi : hi + Math.abs(hi) * growth(most),
  };
}

/** Mean of `count` values from `element`: within it, up to the rounding of the sum and of the division. */
export function meanInterval(element: Interval, count: Interval): Interval {
  const error = growth(count.hi + 1);
  const single = isPoint(count) && count.lo <= 1;
  const settle = (bound: number, direction: number) =>
    single || !Number.isFinite(bound) || addsExactly(bound, count.hi) ? bound : bound + direction * Math.abs(bound) * 2 * error;
  return { lo: settle(element.lo, -1), hi: settle(element.hi, 1) };
}

/** Of a variance: at most (hi − lo)² / 4 (Popoviciu), times n / (n − ddof), plus the rounding of the mean. */
export function varianceInterval(element: Interval, count: Interval, ddof: Interval = { lo: 0, hi: 0 }): Interval {
  const width = element.hi - element.lo;
  const exact = Number.isInteger(element.lo) && Math.abs(element.lo) * Math.min(count.hi, MOST) <= 2 ** 53;
  if (width === 0 && exact) return { lo: 0, hi: 0 };
  const error = 4 * growth(count.hi + 4);
  const centre = error * Math.max(Math.abs(element.lo), Math.abs(element.hi));
  const share = ddof.hi === 0 ? 1 : 1 + ddof.hi / Math.max(1, Math.max(count.lo, ddof.hi + 1) - ddof.hi);
  const hi = share * ((width * width) / 4 + centre * centre) * (1 + error);
  return { lo: 0, hi: Number.isNaN(hi) ? Number.POSITIVE_INFINITY : hi };
}
