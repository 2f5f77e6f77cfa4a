// Directed rounding: bounds never cross the real result, and are exact where it is a double.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDown,
  addUp,
  divideDown,
  divideUp,
  multiplyDown,
  multiplyUp,
  nextDown,
  nextUp,
  rootDown,
  rootUp,
} from "../../runtime/rounding.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** A double as an exact fraction: numerator and a power of two as denominator. */
function exact(x: number): { numerator: bigint; halvings: bigint } {
  let halvings = 0n;
  let whole = x;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    halvings += 1n;
  }
  return { numerator: BigInt(whole), halvings };
}

/** The sign of a − b·c or a − (b + c) in exact arithmetic. */
function compare(a: number, b: number, c: number, operation: "sum" | "product"): number {
  const [x, y, z] = [exact(a), exact(b), exact(c)];
  const halvings = operation === "product" ? y.halvings + z.halvings : y.halvings > z.halvings ? y.halvings : z.halvings;
  const shared = x.halvings > halvings ? x.halvings : halvings;
  const scale = (value: bigint, by: bigint) => value << (shared - by);
  const other =
    operation === "product"
      ? scale(y.numerator * z.numerator, y.halvings + z.halvings)
      : scale(y.numerator, y.halvings) + scale(z.numerator, z.halvings);
  const difference = scale(x.numerator, x.halvings) - other;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

describe("neighbours", () => {
  it("are the next doubles", () => {
    expect(nextUp(1)).toBe(1 + Number.EPSILON);
    expect(nextDown(1)).toBe(1 - Number.EPSILON / 2);
    expect(nextUp(0)).toBe(Number.MIN_VALUE);
    expect(nextUp(Number.MAX_VALUE)).toBe(Number.POSITIVE_INFINITY);
    expect(nextUp(Number.NEGATIVE_INFINITY)).toBe(-Number.MAX_VALUE);
    expect(nextDown(Number.POSITIVE_INFINITY)).toBe(Number.MAX_VALUE);
    expect(nextUp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("sums, products, quotients and roots", () => {
  it("of exact results are exact", () => {
    expect([addDown(1, 2), addUp(1, 2)]).toEqual([3, 3]);
    expect([addDown(0.5, 0.25), addUp(0.5, 0.25)]).toEqual([0.75, 0.75]);
    expect([multiplyDown(0.5, 3), multiplyUp(0.5, 3)]).toEqual([1.5, 1.5]);
    expect([divideDown(3, 4), divideUp(3, 4)]).toEqual([0.75, 0.75]);
    expect([rootDown(2.25), rootUp(2.25)]).toEqual([1.5, 1.5]);
  });

  it("of others lie one double apart", () => {
    expect(addUp(0.1, 0.2)).toBe(0.1 + 0.2);
    expect(addDown(0.1, 0.2)).toBe(0.3);
    expect(multiplyUp(0.1, 3) - multiplyDown(0.1, 3)).toBeLessThanOrEqual(2 ** -54);
    expect(divideUp(1, 3)).toBe(nextUp(divideDown(1, 3)));
    expect(rootUp(2)).toBeGreaterThan(rootDown(2));
  });

  it("enclose the exact sum", () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [down, up] = [addDown(a, b), addUp(a, b)];
        // Beyond the largest double there is only infinity to enclose with.
        if (!Number.isFinite(down) || !Number.isFinite(up)) return Math.abs(a + b) >= Number.MAX_VALUE;
        return compare(down, a, b, "sum") <= 0 && compare(up, a, b, "sum") >= 0;
      }),
    );
  });

  it("enclose the exact product and quotient", () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [down, up] = [multiplyDown(a, b), multiplyUp(a, b)];
        const product =
          !Number.isFinite(down) ||
          !Number.isFinite(up) ||
          (compare(down, a, b, "product") <= 0 && compare(up, a, b, "product") >= 0);
        if (b === 0) return product;
        const [low, high] = [divideDown(a, b), divideUp(a, b)];
        const side = (bound: number) => compare(a, bound, b, "product") * Math.sign(b);
        return product && (!Number.isFinite(low) || side(low) >= 0) && (!Number.isFinite(high) || side(high) <= 0);
      }),
    );
  });

  it("enclose the exact root", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (x) => {
        const [down, up] = [rootDown(x), rootUp(x)];
        return compare(x, down, down, "product") >= 0 && (!Number.isFinite(up) || compare(x, up, up, "product") <= 0);
      }),
    );
  });

  it("never lose an infinity or an overflow", () => {
    expect(addDown(Number.MAX_VALUE, Number.MAX_VALUE)).toBe(Number.MAX_VALUE);
    expect(addUp(Number.MAX_VALUE, Number.MAX_VALUE)).toBe(Number.POSITIVE_INFINITY);
    expect(addDown(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
    expect(multiplyDown(1e200, 1e200)).toBe(Number.MAX_VALUE);
    expect(multiplyUp(0, Number.POSITIVE_INFINITY)).toBe(0);
    expect(multiplyDown(1e-200, -1e-200)).toBe(-Number.MIN_VALUE);
  });
});
