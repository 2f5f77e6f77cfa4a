// Interval arithmetic: round results stay round, poles and infinities are seen, and nothing inside escapes.
import { describe, expect, it } from "vitest";
import {
  absInterval,
  addIntervals,
  divideIntervals,
  EVERYTHING,
  hull,
  type Interval,
  liftFalling,
  liftRising,
  maxIntervals,
  meet,
  minIntervals,
  multiplyIntervals,
  negateInterval,
  point,
  rootInterval,
  squareInterval,
  subtractIntervals,
  widen,
} from "../../runtime/interval.ts";
import { meanInterval, sumInterval, varianceInterval } from "../../runtime/sum-interval.ts";

const of = (lo: number, hi: number): Interval => ({ lo, hi });
const inf = Number.POSITIVE_INFINITY;

describe("exact results have exact bounds", () => {
  it("adds, subtracts, multiplies and divides", () => {
    expect(addIntervals(of(0, 1), of(0, 1))).toEqual(of(0, 2));
    expect(subtractIntervals(of(0, 1), of(0, 1))).toEqual(of(-1, 1));
    expect(multiplyIntervals(of(-1, 2), of(-3, 0.5))).toEqual(of(-6, 3));
    expect(divideIntervals(of(1, 2), of(4, 8))).toEqual(of(0.125, 0.5));
    expect(negateInterval(of(0, 1))).toEqual(of(-1, 0));
    expect(absInterval(of(-3, 2))).toEqual(of(0, 3));
    expect(squareInterval(of(-3, 2))).toEqual(of(0, 9));
    expect(rootInterval(of(-1, 4))).toEqual(of(0, 2));
  });

  it("widens the others by one double and no more", () => {
    const sum = addIntervals(point(0.1), point(0.2));
    expect(sum.lo).toBeLessThan(sum.hi);
    expect(sum.hi - sum.lo).toBeLessThanOrEqual(2 ** -53);
  });
});

describe("infinities", () => {
  it("take 0 · ∞ as 0", () => {
    expect(multiplyIntervals(point(0), of(-inf, inf))).toEqual(of(0, 0));
    expect(multiplyIntervals(of(0, 1), of(0, inf))).toEqual(of(0, inf));
  });

  it("divide through zero", () => {
    expect(divideIntervals(point(1), of(-1, 1))).toEqual(EVERYTHING);
    expect(divideIntervals(point(1), of(0, 2))).toEqual(of(0.5, inf));
    expect(divideIntervals(of(-4, -1), of(0, 2))).toEqual(of(-inf, -0.5));
    // 1 / 0 is ∞, whatever side the divisor comes from.
    expect(divideIntervals(of(1, 4), of(-2, 0))).toEqual(EVERYTHING);
    expect(divideIntervals(point(1), of(-0, 2))).toEqual(EVERYTHING);
    expect(divideIntervals(of(-1, 1), of(0, 2))).toEqual(EVERYTHING);
    expect(divideIntervals(point(1), of(0, 0))).toEqual(EVERYTHING);
    expect(divideIntervals(of(1, inf), of(1, inf))).toEqual(of(0, inf));
  });
});

describe("sets", () => {
  it("hull, meet, min, max", () => {
    expect(hull(of(0, 1), of(3, 4))).toEqual(of(0, 4));
    expect(hull()).toEqual(EVERYTHING);
    expect(meet(of(0, 2), of(1, 4))).toEqual(of(1, 2));
    expect(meet(of(0, 1), of(2, 3))).toBeUndefined();
    expect(minIntervals(of(0, 5), of(-1, 2))).toEqual(of(-1, 2));
    expect(maxIntervals(of(0, 5), of(-1, 2))).toEqual(of(0, 5));
    expect(widen(of(0, 1), 2, of(0, 1))).toEqual(of(0, 1));
  });
});

describe("lifting", () => {
  it("keeps exact points and the codomain", () => {
    expect(liftRising(Math.exp, of(-inf, 0), { codomain: of(0, inf), exactAt: [0] })).toEqual(of(0, 1));
    expect(liftFalling((x) => -x, of(1, 2), { exactAt: [1, 2] })).toEqual(of(-2, -1));
    const lifted = liftRising(Math.exp, of(0, 1), { exactAt: [0] });
    expect(lifted.lo).toBe(1);
    expect(lifted.hi).toBeGreaterThan(Math.E);
    expect(lifted.hi - Math.E).toBeLessThan(1e-14);
  });

  it("does not take an overflow for an exact infinity", () => {
    expect(liftRising(Math.exp, of(800, 900)).lo).toBeLessThan(inf);
  });
});

describe("many values", () => {
  it("sums exactly where adding is exact", () => {
    expect(sumInterval(of(0, 1), point(1000))).toEqual(of(0, 1000));
    expect(sumInterval(of(-0.5, 0.25), of(0, 8))).toEqual(of(-4, 2));
    expect(sumInterval(of(-1, 0), of(0, inf))).toEqual(of(-inf, 0));
    expect(sumInterval(of(1, 2), of(3, 5))).toEqual(of(3, 10));
  });

  it("covers the rounding of a sum and of a mean of tenths", () => {
    const tenths = new Array(10_000).fill(0.1) as number[];
    const total = tenths.reduce((sum, x) => sum + x, 0);
    expect(sumInterval(of(0, 0.1), point(10_000)).hi).toBeGreaterThanOrEqual(total);
    expect(meanInterval(of(0, 0.1), point(10_000)).hi).toBeGreaterThanOrEqual(total / 10_000);
    expect(meanInterval(of(0, 0.1), point(3)).hi).toBeGreaterThanOrEqual((0.1 + 0.1 + 0.1) / 3);
    expect(meanInterval(of(0, 1), of(1, inf))).toEqual(of(0, 1));
  });

  it("bounds a variance by the width", () => {
    expect(varianceInterval(of(0, 2), of(1, 10)).hi).toBeCloseTo(1, 9);
    expect(varianceInterval(of(0, 2), of(2, 10), point(1)).hi).toBeCloseTo(2, 9);
    expect(varianceInterval(point(5), of(1, 10))).toEqual(of(0, 0));
  });
});
