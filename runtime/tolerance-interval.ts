// Range and slope of the operator `tolerance`. The kernels only fall with the distance, and rise with the value at the margin.
import { type Interval, point, subtractIntervals, TRUTH } from "./interval.ts";
import { toleranceKernel } from "./operators/bounding/tolerance-kernel.ts";
import type { Monotone } from "./operators/operator.ts";
import { divideDown, divideUp, lower, raise } from "./rounding.ts";

const kindOf = (options: readonly (string | undefined)[]) => options.find((option) => option !== undefined) ?? "gaussian";

/** The kernels take a few library calls, some of which amplify a rounding error far from 0. */
const RELATIVE_ULPS = 4096;
const ABSOLUTE_SLACK = 1e-14;

export function toleranceInterval(args: Interval[], options: (string | undefined)[]): Interval {
  const [x, lo, hi, margin = point(0), value = point(0.1)] = args;
  const below = subtractIntervals(lo, x);
  const above = subtractIntervals(x, hi);
  const nearest = Math.max(0, below.lo, above.lo);
  const farthest = Math.max(0, below.hi, above.hi);
  const kind = kindOf(options);
  return { lo: lowest(farthest, margin, value, kind), hi: highest(nearest, margin, value, kind) };
}

function lowest(farthest: number, margin: Interval, value: Interval, kind: string): number {
  if (farthest === 0) return 1;
  if (margin.lo <= 0 || !Number.isFinite(farthest)) return 0;
  const least = toleranceKernel(divideUp(farthest, margin.lo), value.lo, kind);
  return Number.isNaN(least) ? 0 : Math.max(0, lower(least, RELATIVE_ULPS) - ABSOLUTE_SLACK * Number(least > 0));
}

function highest(nearest: number, margin: Interval, value: Interval, kind: string): number {
  if (nearest === 0) return 1;
  if (margin.hi <= 0) return 0;
  if (!Number.isFinite(margin.hi)) return 1;
  const most = toleranceKernel(divideDown(nearest, margin.hi), value.hi, kind);
  return Number.isNaN(most) ? TRUTH.hi : Math.min(1, raise(most, RELATIVE_ULPS) + ABSOLUTE_SLACK * Number(most > 0));
}

export function toleranceMonotone([x, lo, hi]: Interval[]): Monotone[] {
  const within = x.lo >= lo.hi && x.hi <= hi.lo;
  const inX = within ? "0" : x.hi <= lo.lo ? "+" : x.lo >= hi.hi ? "-" : "?";
  return [inX, "-", "+", "+", "+", "?"];
}
