// Ranges of sine and cosine over intervals of radians. It must not know operators.
import { addIntervals, type Interval, meet, point, widen } from "./interval.ts";
import { lower, raise } from "./rounding.ts";

const ALL: Interval = { lo: -1, hi: 1 };

/** Whether some `offset` + 2πk lies in x, or so close to it that rounding leaves it open. */
function passes(x: Interval, offset: number): boolean {
  const turn = 2 * Math.PI;
  const slack = 1e-15 * Math.max(1, Math.abs(x.lo), Math.abs(x.hi));
  return Math.floor((x.hi + slack - offset) / turn) >= Math.ceil((x.lo - slack - offset) / turn);
}

/** The sine at both ends, and ±1 where a crest or a trough lies between. */
export function sinInterval(x: Interval): Interval {
  if (!(Math.abs(x.lo) < 1e9 && Math.abs(x.hi) < 1e9)) return ALL;
  const ends = [Math.sin(x.lo), Math.sin(x.hi)];
  const lowest = Math.min(...ends) + 0;
  const highest = Math.max(...ends) + 0;
  return {
    // The sine of a double is 0 only at 0, and there it is exact.
    lo: passes(x, -Math.PI / 2) ? -1 : lowest === 0 ? 0 : Math.max(-1, lower(lowest, 2)),
    hi: passes(x, Math.PI / 2) ? 1 : highest === 0 ? 0 : Math.min(1, raise(highest, 2)),
  };
}

/** Through sin(x + π/2); the shift is not exact, so its absolute error is added. */
export function cosInterval(x: Interval): Interval {
  if (x.lo === 0 && x.hi === 0) return point(1);
  const shifted = sinInterval(addIntervals(widen(x, 1), point(Math.PI / 2)));
  const slack = 1e-15;
  return meet({ lo: shifted.lo - slack, hi: shifted.hi + slack }, ALL) ?? ALL;
}
