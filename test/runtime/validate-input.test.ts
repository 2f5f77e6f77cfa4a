// Inputs: what fits, what does not, and what is said about it.
import { describe, expect, test } from "vitest";
import type { Episode, Invalid, Value } from "../../runtime/trajectory.ts";
import { type InputRule, readList, readNumber, readOnce, readText, readVector } from "../../runtime/validate-input.ts";

const rule = (more: Partial<InputRule> = {}): InputRule => ({
  name: "x",
  kind: "number",
  lo: -Infinity,
  hi: Infinity,
  integer: false,
  optional: false,
  saturates: false,
  ...more,
});

function number(raw: Value | undefined, more: Partial<InputRule> = {}, step: number | null = 3) {
  const invalid: Invalid[] = [];
  return { value: readNumber(raw, rule(more), step, invalid), reasons: invalid.map(({ reason }) => reason), invalid };
}
const ok = (value: number | string | null) => ({ value, reasons: [] as string[] });

describe("numbers", () => {
  test("a finite number within its range, ends included", () => {
    expect(number(0.5, { lo: 0, hi: 1 })).toMatchObject(ok(0.5));
    expect(number(1, { lo: 0, hi: 1 })).toMatchObject(ok(1));
    expect(number(0, { lo: 0, hi: 1 })).toMatchObject(ok(0));
  });

  test("what does not fit is NaN, with the value and the reason", () => {
    expect(number(1.5, { lo: 0, hi: 1 }).invalid).toEqual([{ step: 3, signal: "x", value: 1.5, reason: "is outside 0..1" }]);
    expect(number(-1, { lo: 0 }).reasons).toEqual(["is outside 0..inf"]);
    for (const raw of ["1", true, [1]]) expect(number(raw)).toMatchObject({ value: Number.NaN, reasons: ["is not a number"] });
    for (const raw of [Number.NaN, Infinity])
      expect(number(raw)).toMatchObject({ value: Number.NaN, reasons: ["is not finite"] });
  });

  test("missing: reported, or not if it may be, or its default", () => {
    expect(number(undefined)).toMatchObject({ value: Number.NaN, reasons: ["is missing"] });
    expect(number(null)).toMatchObject({ value: Number.NaN, reasons: ["is missing"] });
    expect(number(null, { optional: true })).toMatchObject(ok(Number.NaN));
    expect(number(undefined, { fallback: 0.5 })).toMatchObject(ok(0.5));
    expect(number(undefined, { fallback: 0.5, optional: true })).toMatchObject(ok(0.5));
  });

  test("in the start state absence is no fault and no default applies, but a wrong value is", () => {
    expect(number(undefined, { fallback: 0.5 }, -1)).toMatchObject(ok(Number.NaN));
    expect(number(9, { hi: 1 }, -1).invalid).toMatchObject([{ step: -1 }]);
  });

  test("counts are whole and not negative", () => {
    expect(number(3, { integer: true })).toMatchObject(ok(3));
    expect(number(2.5, { integer: true }).reasons).toEqual(["is not a whole number"]);
    expect(number(-1, { integer: true }).reasons).toEqual(["is a count and must not be negative"]);
  });

  test("a sensor that saturates is clamped, but must be finite", () => {
    const sensor = { lo: -1, hi: 1, saturates: true };
    expect(number(7, sensor)).toMatchObject(ok(1));
    expect(number(-7, sensor)).toMatchObject(ok(-1));
    expect(number(Infinity, sensor).reasons).toEqual(["is not finite"]);
  });

  test("bools are true, false, 1 or 0", () => {
    for (const [raw, value] of [
      [true, 1],
      [false, 0],
      [1, 1],
      [0, 0],
    ] as const) {
      expect(number(raw, { kind: "bool" })).toMatchObject(ok(value));
    }
    for (const raw of [2, "true", Number.NaN]) expect(number(raw, { kind: "bool" }).reasons).toEqual(["is not true or false"]);
  });
});

describe("texts", () => {
  const text = (raw: Value | undefined, more: Partial<InputRule> = {}) => {
    const invalid: Invalid[] = [];
    return { value: readText(raw, rule({ kind: "text", ...more }), 0, invalid), reasons: invalid.map(({ reason }) => reason) };
  };

  test("a string, one of the alternatives if there are any", () => {
    expect(text("hi")).toEqual(ok("hi"));
    expect(text("b", { alternatives: ["a", "b"] })).toEqual(ok("b"));
    expect(text("c", { alternatives: ["a", "b"] })).toEqual({ value: null, reasons: ['is not one of "a" | "b"'] });
    expect(text(3).reasons).toEqual(["is not a text"]);
    expect(text(null).reasons).toEqual(["is missing"]);
    expect(text(null, { fallback: "a" })).toEqual(ok("a"));
  });

  test("length counts code points", () => {
    expect(text("😀😀", { lo: 0, hi: 2 })).toEqual(ok("😀😀"));
    expect(text("😀😀", { lo: 3, hi: 9 }).reasons).toEqual(["has 2 characters, outside 3..9"]);
    expect(text("abc", { lo: 0, hi: 2 }).reasons).toEqual(["has 3 characters, outside 0..2"]);
  });
});

describe("vectors and lists", () => {
  const vector = (raw: Value | undefined, more: Partial<InputRule> = {}) => {
    const invalid: Invalid[] = [];
    const out = new Float64Array(5).fill(9);
    readVector(raw, 3, rule(more), 0, invalid, out, 1);
    return { values: Array.from(out), faults: invalid.map(({ value, reason }) => [value, reason]) };
  };
  const list = (raw: Value | undefined, shape: (number | null)[] = [], more: Partial<InputRule> = {}) => {
    const invalid: Invalid[] = [];
    return { value: readList(raw, shape, rule(more), 0, invalid), reasons: invalid.map(({ reason }) => reason) };
  };

  test("a vector goes into its place; one wrong component spoils only itself", () => {
    expect(vector([1, 2, 3])).toEqual({ values: [9, 1, 2, 3, 9], faults: [] });
    expect(vector([1, 7, null], { hi: 5 })).toEqual({
      values: [9, 1, Number.NaN, Number.NaN, 9],
      faults: [
        [7, "component 1 is outside -inf..5"],
        [null, "component 2 is missing"],
      ],
    });
  });

  test("an array of another length, or none, spoils all", () => {
    const nothing = [9, Number.NaN, Number.NaN, Number.NaN, 9];
    expect(vector([1, 2])).toEqual({ values: nothing, faults: [[[1, 2], "has 2 components instead of 3"]] });
    expect(vector(4)).toEqual({ values: nothing, faults: [[4, "is not an array of 3 numbers"]] });
    expect(vector(undefined).faults).toEqual([[null, "is missing"]]);
    expect(vector(undefined, { fallback: 2 }).values).toEqual([9, 2, 2, 2, 9]);
    expect(vector(undefined, { fallback: [1, 2, 3] }).values).toEqual([9, 1, 2, 3, 9]);
  });

  test("lists of numbers, of texts, of vectors and of lists", () => {
    expect(list([1, 2])).toEqual({ value: [1, 2], reasons: [] });
    expect(list([1, "a"])).toEqual({ value: [1, Number.NaN], reasons: ["element 1 is not a number"] });
    expect(list([true, false], [], { kind: "bool" }).value).toEqual([1, 0]);
    expect(list(["a", 2], [], { kind: "text" })).toEqual({ value: ["a", null], reasons: ["element 1 is not a text"] });
    expect(list([[1, 2], [3]], [2])).toEqual({
      value: [
        [1, 2],
        [Number.NaN, Number.NaN],
      ],
      reasons: ["element 1 is not an array of 2 numbers"],
    });
    expect(list([[1], [], ["x"]], [null])).toEqual({ value: [[1], [], [Number.NaN]], reasons: ["element 2[0] is not a number"] });
    expect(list("abc")).toEqual({ value: null, reasons: ["is not an array"] });
    expect(list(null, [], { optional: true })).toEqual({ value: null, reasons: [] });
  });
});

test("values known once are looked for where they may be", () => {
  const episode: Episode = { id: "e", start: { a: 1, b: 1 }, steps: [{ a: 2, c: 2 }, { a: 3 }], end: { b: 4 } };
  expect(readOnce("b", "end", episode)).toBe(4);
  expect(readOnce("a", "end", episode)).toBe(3);
  expect(readOnce("a", "start", episode)).toBe(1);
  expect(readOnce("c", "start", episode)).toBe(2);
  expect(readOnce("c", "end", episode)).toBeUndefined();
  expect(readOnce("c", "end", { steps: [] })).toBeUndefined();
});
