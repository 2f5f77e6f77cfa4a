// Powers: record and value.
import { EVERYTHING, hull, type Interval, isPoint, point } from "../../interval.ts";
import { lower, multiplyDown, multiplyUp, raise } from "../../rounding.ts";
import type { Monotone, Operator } from "../operator.ts";

/** base to the exponent; NaN for a negative base with a fractional exponent. */
export function power(base: number, exponent: number): number {
  return base ** exponent;
}

/** Powers with a small whole exponent are often exact, and then their bound must be. */
function isExact(base: number, exponent: number): boolean {
  if (!Number.isFinite(base) || base === 0 || base === 1 || exponent === 1 || exponent === 0) return true;
  if (exponent === 0.5) return isExact(power(base, exponent), 2) && power(base, exponent) ** 2 === base;
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > 64) return false;
  let product = 1;
  for (let i = 0; i < exponent; i++) {
    const next = multiplyDown(product, base);
    if (next !== multiplyUp(product, base)) return false;
    product = next;
  }
  return product === power(base, exponent);
}

function corner(base: number, exponent: number): Interval[] {
  const value = power(base, exponent);
  if (Number.isNaN(value)) return [];
  if (isExact(base, exponent) || !Number.isFinite(exponent)) return [point(value)];
  if (value === Number.POSITIVE_INFINITY) return [{ lo: Number.MAX_VALUE, hi: value }];
  return [{ lo: Math.max(0, lower(value, 2)), hi: raise(value, 2) }];
}

/** For a base that is not negative: monotone in each argument, so that the corners decide, and 0⁰ = 1 where it can occur. */
function ofNotNegative(base: Interval, exponent: Interval): Interval {
  const parts = [base.lo, base.hi].flatMap((b) => [exponent.lo, exponent.hi].flatMap((e) => corner(b, e)));
  if (exponent.lo <= 0 && exponent.hi >= 0) parts.push(point(1));
  if (base.lo === 0 && exponent.hi > 0) parts.push(point(0));
  if (base.lo === 0 && exponent.lo < 0) parts.push(point(Number.POSITIVE_INFINITY));
  return parts.length === 0 ? { lo: 0, hi: Number.POSITIVE_INFINITY } : hull(...parts);
}

function range([base, exponent]: Interval[]): Interval {
  if (base.lo >= 0) return ofNotNegative(base, exponent);
  const whole = Number.isInteger(exponent.lo) && isPoint(exponent);
  if (!whole && Math.floor(exponent.hi) < Math.ceil(exponent.lo)) {
    // A fractional power of −∞ is 0 or ∞; of other negative numbers it cannot be computed.
    if (base.hi < 0 || base.lo === Number.NEGATIVE_INFINITY) return EVERYTHING;
    return ofNotNegative({ lo: 0, hi: base.hi }, exponent);
  }
  const negative = ofNotNegative({ lo: Math.max(0, -base.hi), hi: -base.lo }, exponent);
  const mirrored = { lo: 0 - negative.hi, hi: 0 - negative.lo };
  const positive = base.hi >= 0 ? [ofNotNegative({ lo: 0, hi: base.hi }, exponent)] : [];
  if (!whole) return hull(negative, mirrored, ...positive);
  return hull(exponent.lo % 2 === 0 ? negative : mirrored, ...positive);
}

function monotone([base, exponent]: Interval[]): Monotone[] {
  const inExponent = base.lo >= 1 ? "+" : base.lo > 0 && base.hi <= 1 ? "-" : "?";
  if (base.lo >= 0 && exponent.lo >= 0) return ["+", inExponent];
  if (base.lo > 0 && exponent.hi <= 0) return ["-", inExponent];
  if (!isPoint(exponent) || !Number.isInteger(exponent.lo)) return ["?", inExponent];
  const odd = exponent.lo % 2 !== 0;
  if (exponent.lo >= 0) return [odd ? "+" : base.hi <= 0 ? "-" : "?", inExponent];
  return [base.hi < 0 ? (odd ? "-" : "+") : "?", inExponent];
}

export const operator: Operator = {
  name: "power",
  symbol: "^",
  category: "arithmetic",
  summary: "A number raised to a power.",
  doc: "`base ^ exponent`, to the right: `2 ^ 3 ^ 2` is `2 ^ 9`, and `-x^2` is `-(x^2)`. `x ^ 0` is 1, also for `x = 0`. A negative base with a fractional exponent cannot be computed; 0 to a negative power is infinite. A base with a unit needs a constant exponent.",
  parameters: [
    { name: "base", type: "number", doc: "What is multiplied with itself." },
    { name: "exponent", type: "number", pure: true, doc: "How often; any number." },
  ],
  result: "number",
  unit: "power",
  elementwise: true,
  evaluate: power,
  range,
  monotone,
  print: ([base, exponent]) => `Math.pow(${base}, ${exponent})`,
  examples: [
    { expression: "3 ^ 2", value: 9 },
    { expression: "2 ^ -1", value: 0.5 },
  ],
  source: "ECMAScript `Math.pow`",
};
