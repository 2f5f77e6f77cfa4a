// The range of every record contains what it evaluates to, and its slopes have the sign it claims, on random points.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Interval } from "../../runtime/interval.ts";
import { operators } from "../../runtime/operators/index.ts";
import type { Operator, ParameterType, Setting } from "../../runtime/operators/operator.ts";

const runs = { numRuns: 200 };

/** Round, tiny, huge and ordinary numbers, and the places where functions turn. */
const bound = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -4, max: 4 }) },
  { weight: 4, arbitrary: fc.double({ min: -20, max: 20, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0.1, 0.3, -0.7, Math.PI / 2, -Math.PI, 1e-12, 700, -745) },
  { weight: 1, arbitrary: fc.constantFrom(1e300, -1e300, 1e-300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
);

const interval = fc.tuple(bound, bound).map(([a, b]): Interval => ({ lo: Math.min(a, b) + 0, hi: Math.max(a, b) + 0 }));
const truth = fc.constantFrom<Interval>({ lo: 0, hi: 0 }, { lo: 1, hi: 1 }, { lo: 0, hi: 1 });
const whole = fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]): Interval => ({ lo: Math.min(a, b), hi: Math.max(a, b) }));

function intervalOf(type: ParameterType): fc.Arbitrary<Interval> {
  return type === "bool" ? truth : type === "count" ? whole : interval;
}

/** A number inside, often one of the ends. Between infinite ends it is finite. */
function pointIn(x: Interval, share: number, discrete: boolean): number {
  if (share < 0.2 || x.lo === x.hi) return x.lo + 0;
  if (share > 0.8) return x.hi + 0;
  if (discrete) return share < 0.5 ? x.lo : x.hi;
  const lo = Math.max(x.lo, -1e4);
  const hi = Math.min(x.hi, 1e4);
  if (lo > hi) return Number.isFinite(x.lo) ? x.lo : x.hi;
  const at = lo + (hi - lo) * ((share - 0.2) / 0.6);
  return Math.min(Math.max(at, lo), hi) + 0;
}

interface Slot {
  type: ParameterType;
  options?: readonly string[];
}

const numeric: readonly ParameterType[] = ["number", "bool", "count", "range", "option", "values", "list", "quaternion"];
/** How many elements an argument that is taken whole has here. */
const wholeSize: Partial<Record<ParameterType, number>> = { values: 3, list: 3, quaternion: 4 };
type Value = number | null | (number | null | number[])[];

function slotsOf(operator: Operator): Slot[] {
  const slots = operator.parameters.flatMap((p) => (p.type === "range" ? [p, p] : [p]));
  return operator.parameters.at(-1)?.variadic ? [...slots, slots.at(-1)!] : slots;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Intervals, a point in each, and a second point for slopes. */
function situation(slots: Slot[]) {
  return fc.tuple(...slots.map((slot) => intervalOf(slot.type))).chain((ranges) =>
    fc.record({
      ranges: fc.constant(ranges),
      shares: fc.tuple(...slots.map(() => fc.array(share, { minLength: 4, maxLength: 4 }))),
      others: fc.tuple(...slots.map(() => share)),
      options: fc.tuple(...slots.map((slot) => fc.constantFrom(...(slot.options ?? [undefined])))),
    }),
  );
}

const elementwise = operators.filter(
  (operator) =>
    operator.evaluate &&
    operator.parameters.every(
      (p) => numeric.includes(p.type) || (p.type === "any" && operator.unit === "ratio" && operator.elementwise),
    ),
);

/** References that are not finite are left out. */
const leavingOut = ["par", "center", "rel_tanh", "rel_atan"];

describe.each(elementwise.map((operator) => [operator.name, operator] as const))("%s", (_, operator) => {
  const slots = slotsOf(operator);
  const evaluate = operator.evaluate as unknown as (...args: unknown[]) => Value;
  const valueAt = (slot: Slot, range: Interval, shares: number[], option: string | undefined) => {
    const discrete = slot.type === "bool" || slot.type === "count";
    if (slot.type === "option") return option;
    const size = wholeSize[slot.type];
    if (size !== undefined) return shares.slice(0, size).map((s) => pointIn(range, s, discrete));
    return pointIn(range, shares[0]!, discrete);
  };
  const countsOf = () =>
    slots.map(({ type }) => (wholeSize[type] === undefined ? undefined : { lo: wholeSize[type], hi: wholeSize[type] }));

  it("contains its value", () => {
    fc.assert(
      fc.property(situation(slots), ({ ranges, shares, options }) => {
        const args = slots.map((slot, i) => valueAt(slot, ranges[i]!, shares[i]!, options[i]));
        const values = [evaluate(...args)].flat(2).filter((value) => value !== null && !Number.isNaN(value)) as number[];
        // The sign of a zero is not tracked: 1 / −0 is −∞, and no finite value is.
        if (["divide", "power"].includes(operator.name) && values.some((value) => !Number.isFinite(value))) return;
        for (const value of values)
          for (const counts of [countsOf(), undefined]) {
            const range = operator.range!(ranges, options, counts);
            expect(range.lo <= range.hi, `${JSON.stringify(range)} is an interval`).toBe(true);
            if (contains(range, value)) continue;
            expect.fail(
              `${operator.name}(${args.join(", ")}) = ${value} is outside ${range.lo}..${range.hi} for ${JSON.stringify(ranges)}`,
            );
          }
      }),
      runs,
    );
  });

  it("has the slopes it claims", () => {
    if (!operator.monotone) return;
    fc.assert(
      fc.property(situation(slots), ({ ranges, shares, others, options }) => {
        const signs = typeof operator.monotone === "function" ? operator.monotone(ranges, options) : operator.monotone!;
        for (const [i, slot] of slots.entries()) {
          const sign = signs[i] ?? "?";
          if (sign === "?" || slot.type === "option") continue;
          const args = slots.map((s, j) => valueAt(s, ranges[j]!, shares[j]!, options[j]));
          const moved = pointIn(ranges[i]!, others[i]!, slot.type === "bool" || slot.type === "count");
          const whole = wholeSize[slot.type] !== undefined ? (args[i] as number[]) : undefined;
          const [a, b] = [whole?.[0] ?? (args[i] as number), moved].sort((x, y) => x - y) as [number, number];
          if (leavingOut.includes(operator.name) && !Number.isFinite(b - a)) continue;
          const [low, high] = [a, b].map((x) => {
            const value = evaluate(...args.with(i, whole?.with(0, x) ?? x)) as number | number[];
            return [value].flat()[0]!;
          }) as [number, number];
          if (typeof low !== "number" || typeof high !== "number") continue;
          if (Number.isNaN(low) || Number.isNaN(high) || low === high) continue;
          const sizes = [low, high, a, ...args.flat()].map((x) => (Number.isFinite(x) ? Math.abs(x as number) : 0));
          const slack = 1e-12 * Math.max(1, ...sizes);
          const right = (sign !== "+" || low <= high + slack) && (sign !== "-" || low >= high - slack) && sign !== "0";
          if (!right)
            expect.fail(
              `argument ${i} of ${operator.name} is not ${sign}: ${a} gives ${low}, ${b} gives ${high} (${args.join(", ")})`,
            );
        }
      }),
      runs,
    );
  });

  it("gives NaN for NaN", () => {
    const settled = ["and", "or", "gate"];
    for (const [i, slot] of slots.entries()) {
      if (slot.type === "option" || (i > 0 && settled.includes(operator.name))) continue;
      const args = slots.map((s, j) =>
        wholeSize[s.type] !== undefined
          ? [0.5, j === i ? NaN : 0.5, 0.5, 0.5].slice(0, wholeSize[s.type])
          : s.type === "option"
            ? s.options![0]
            : j === i
              ? NaN
              : 0.5,
      );
      const value = evaluate(...args);
      const leftOut = leavingOut.includes(operator.name) && slot.type === "values";
      // Inside the range nothing but the number itself matters.
      const decided = (operator.name === "between" && i > 0) || (operator.name === "tolerance" && i === 4);
      // Where elements stand, not what they are.
      const places = ["indices", "first_of", "last_of", "one_of"].includes(operator.name);
      if (leftOut || decided || places) continue;
      const isMissing = [value].flat().some((part) => part === null || Number.isNaN(part));
      expect(isMissing, `${operator.name} with NaN as argument ${i} gives ${value}`).toBe(true);
    }
  });
});

const reductions = operators.filter((operator) => operator.reduce);

describe.each(reductions.map((operator) => [operator.name, operator] as const))("%s as a reduction", (_, operator) => {
  const conditions = operator.unit === "none";
  const settings = (operator.evaluate === undefined ? operator.parameters.slice(1) : []).map(
    ({ type, options = [] }): fc.Arbitrary<[Setting, number]> =>
      type === "option"
        ? fc.tuple(
            fc.constantFrom(...options).map((option): Setting => ({ lo: 0, hi: 0, option })),
            share,
          )
        : type === "count"
          ? fc.tuple(whole, share)
          : fc.tuple(fc.oneof(interval, truth, fc.constant({ lo: 0.25, hi: 0.75 })), share),
  );
  const elements = fc.tuple(
    conditions ? truth : interval,
    fc.array(share, { maxLength: 12 }),
    fc.tuple(...settings),
    fc.boolean(),
  );

  it("contains its value", () => {
    fc.assert(
      fc.property(elements, ([element, shares, given, known]) => {
        const values = shares.map((s) => pointIn(element, s, conditions));
        const extra = given.map(
          ([range, at], i) => range.option ?? pointIn(range, at, operator.parameters[i + 1]!.type === "count"),
        );
        const value = operator.reduce!(values, ...extra);
        if (Number.isNaN(value)) return;
        const count = known ? { lo: values.length, hi: values.length } : { lo: 0, hi: Number.POSITIVE_INFINITY };
        const range = operator.reduceRange!(element, count, ...given.map(([setting]) => setting));
        if (!contains(range, value))
          expect.fail(
            `${operator.name}([${values.join(", ")}], ${extra.join(", ")}) = ${value} is outside ${range.lo}..${range.hi}`,
          );
      }),
      runs,
    );
  });

  it("has the slopes it claims", () => {
    fc.assert(
      fc.property(elements, share, fc.nat(3), ([element, shares, given], other, which) => {
        const signs = operator.monotone!;
        if (operator.evaluate !== undefined || shares.length === 0) return;
        const ranges: Setting[] = [element, ...given.map(([range]) => range)];
        const at = which % ranges.length;
        const sign =
          (typeof signs === "function"
            ? signs(
                ranges,
                ranges.map(({ option }) => option),
              )
            : signs)[at] ?? "?";
        if (ranges[at]!.option !== undefined) return;
        const values = shares.map((s) => pointIn(element, s, conditions));
        const extra = given.map(
          ([range, s], i) => range.option ?? pointIn(range, s, operator.parameters[i + 1]!.type === "count"),
        );
        const discrete = at === 0 ? conditions : operator.parameters[at]!.type === "count";
        const now = at === 0 ? values[0]! : (extra[at - 1] as number);
        const [a, b] = [now, pointIn(ranges[at]!, other, discrete)].sort((x, y) => x - y) as [number, number];
        const [low, high] = [a, b].map((x) =>
          at === 0 ? operator.reduce!(values.with(0, x), ...extra) : operator.reduce!(values, ...extra.with(at - 1, x)),
        ) as [number, number];
        if (sign === "?" || Number.isNaN(low) || Number.isNaN(high) || low === high) return;
        const slack = 1e-11 * Math.max(1, ...[low, high, a, b, ...values].map((x) => (Number.isFinite(x) ? Math.abs(x) : 0)));
        const right = (sign !== "+" || low <= high + slack) && (sign !== "-" || low >= high - slack) && sign !== "0";
        if (!right)
          expect.fail(`${operator.name}([${values}], ${extra}): argument ${at} is not ${sign}: ${a} → ${low}, ${b} → ${high}`);
      }),
      runs,
    );
  });

  it("gives NaN where one value is NaN and none decides", () => {
    const others = operator.name === "all" ? 1 : 0;
    const settled = [0.5, 0];
    const got = operator.reduce!([NaN, others, others], ...settled);
    if (operator.name === "last") expect(operator.reduce!([others, NaN])).toBeNaN();
    else expect(got).toBeNaN();
  });
});

describe("round ranges stay round", () => {
  const of = (lo: number, hi: number): Interval => ({ lo, hi });
  const rangeOf = (name: string, ...args: Interval[]) =>
    operators.find((operator) => operator.name === name)!.range!(
      args,
      [],
      args.map(() => of(4, 4)),
    );
  const inf = Number.POSITIVE_INFINITY;

  it.each([
    ["exp", [of(-inf, 0)], of(0, 1)],
    ["log", [of(0, 1)], of(-inf, 0)],
    ["tanh", [of(-inf, inf)], of(-1, 1)],
    ["sigmoid", [of(-inf, inf)], of(0, 1)],
    ["sin", [of(-10, 10)], of(-1, 1)],
    ["clip", [of(-inf, inf), of(0, 0), of(1, 1)], of(0, 1)],
    ["ramp", [of(0, 4096), of(1000, 1000), of(4096, 4096)], of(0, 1)],
    ["ramp", [of(0, 500), of(1000, 1000), of(4096, 4096)], of(0, 0)],
    ["tolerance", [of(0, 1), of(0.28, 0.28), of(0.34, 0.34)], of(0, 1)],
    ["tolerance", [of(0.3, 0.31), of(0.28, 0.28), of(0.34, 0.34)], of(1, 1)],
    ["power", [of(-3, 2), of(2, 2)], of(0, 9)],
    ["power", [of(-3, 2), of(3, 3)], of(-27, 8)],
    ["power", [of(0, 4), of(0.5, 0.5)], of(0, 2)],
    ["modulo", [of(-9, 9), of(3, 3)], of(0, 3)],
    ["sumsq", [of(-33, 33)], of(0, 4356)],
    ["norm", [of(-3, 3)], of(0, 6)],
    ["par", [of(-inf, inf), of(-inf, inf)], of(0, 1)],
    ["between", [of(0.2, 0.4), of(0, 0), of(1, 1)], of(1, 1)],
    ["less", [of(2, 3), of(0, 1)], of(0, 0)],
    ["wrap_angle", [of(-inf, inf)], of(-Math.PI, Math.PI)],
    ["atan2", [of(-1, 1), of(-1, 1)], of(-Math.PI, Math.PI)],
    ["potential", [of(2, 3)], of(-3, 1)],
    ["progress", [of(0, 3)], of(-3, 3)],
    ["pivot_credit", [of(1, 2), of(-inf, inf)], of(0, 2)],
    ["cumsum", [of(1, 2)], of(1, inf)],
    ["to", [of(2, 3)], of(0, inf)],
    ["rate_of", [of(2, 3)], of(-inf, inf)],
  ] as const)("%s", (name, args, expected) => {
    expect(rangeOf(name, ...args)).toEqual(expected);
  });

  it("and a narrow input gives a narrow range", () => {
    const fall = rangeOf("tolerance", of(0.4, 0.5), of(0, 0), of(0.25, 0.25), of(0.25, 0.25));
    expect(fall.lo).toBeCloseTo(0.1, 9);
    expect(fall.hi).toBeCloseTo(Math.exp(Math.log(0.1) * 0.36), 9);
    const angle = rangeOf("wrap_angle", of(-1, 1));
    expect(angle.lo).toBeCloseTo(-1, 12);
    expect(rangeOf("cos", of(0, 1)).lo).toBeCloseTo(Math.cos(1), 12);
  });
});
