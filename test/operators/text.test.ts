// Text operators by hand: code points, white space, literal and regular patterns, what is missing.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equal } from "../../runtime/operators/comparison/equal.ts";
import { notEqual } from "../../runtime/operators/comparison/not-equal.ts";
import { oneOf } from "../../runtime/operators/comparison/one-of.ts";
import { same } from "../../runtime/operators/comparison/same.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { contains } from "../../runtime/operators/text/contains.ts";
import { countMatches } from "../../runtime/operators/text/count-matches.ts";
import { endsWith } from "../../runtime/operators/text/ends-with.ts";
import { extract } from "../../runtime/operators/text/extract.ts";
import { joinText } from "../../runtime/operators/text/join-text.ts";
import { length } from "../../runtime/operators/text/length.ts";
import { lines } from "../../runtime/operators/text/lines.ts";
import { lower } from "../../runtime/operators/text/lower.ts";
import { startsWith } from "../../runtime/operators/text/starts-with.ts";
import { trim } from "../../runtime/operators/text/trim.ts";
import { upper } from "../../runtime/operators/text/upper.ts";
import { words } from "../../runtime/operators/text/words.ts";
import { toRegExp } from "../../runtime/pattern.ts";

const re = (source: string, flags = "") => toRegExp(source, flags);

describe("length", () => {
  it("counts code points, elements, and is missing for what is missing", () => {
    expect(["", "abc", "é", "😀a😀", "\ud83d"].map((text) => length(text))).toEqual([0, 3, 1, 3, 1]);
    expect(length([1, 2])).toBe(2);
    expect(length(null)).toBeNaN();
  });

  it("agrees with the iterator on any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => length(text) === Array.from(text).length));
  });

  it("has a range of its own for texts and for lists", () => {
    const { range } = operatorByName.get("length")!;
    expect(range!([{ lo: 0, hi: 20 }], [], [undefined])).toEqual({ lo: 0, hi: 20 });
    expect(range!([{ lo: -1, hi: 1 }], [], [{ lo: 3, hi: 3 }])).toEqual({ lo: 3, hi: 3 });
    expect(range!([{ lo: -1, hi: 1 }], []).hi).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("white space", () => {
  it("is trimmed and split at like Python's", () => {
    expect(trim("\u0085\u00a0 a b\u3000\x1c")).toBe("a b");
    expect(trim("\ufeffa")).toBe("\ufeffa");
    expect(trim(" \n")).toBe("");
    expect(words(" so\u2003it\x1fis ")).toEqual(["so", "it", "is"]);
    expect(words(" ")).toEqual([]);
    expect(words("one")).toEqual(["one"]);
  });

  it("trims a long run in the middle of a text in no time", () => {
    const text = `a${" ".repeat(200_000)}b`;
    expect(trim(text)).toBe(text);
  });
});

describe("lines and case", () => {
  it("split at three kinds of line end", () => {
    expect(lines("a\r\nb\rc\nd\u2028e")).toEqual(["a", "b", "c", "d\u2028e"]);
    expect(lines("")).toEqual([""]);
    expect([lower("ÀΣ"), upper("straße")]).toEqual(["ὰσ".replace("ὰ", "à").replace("σ", "ς"), "STRASSE"]);
  });
});

describe("patterns", () => {
  it("are literal as texts", () => {
    expect(contains("a.c", ".")).toBe(1);
    expect(contains("abc", ".")).toBe(0);
    expect([startsWith("a+b", "a+"), endsWith("a+b", "+b"), countMatches("a.b.c", ".")]).toEqual([1, 1, 2]);
    expect(countMatches("abc", "")).toBe(4);
    expect(extract("a.b", ".")).toBe(".");
    expect(extract("ab", ".")).toBeNull();
  });

  it("search, and do not remember where they were", () => {
    const digits = re("\\d+");
    for (let i = 0; i < 3; i++) {
      expect(contains("so 42", digits)).toBe(1);
      expect(startsWith("42", digits)).toBe(1);
      expect(startsWith("so 42", digits)).toBe(0);
      expect(countMatches("1 22 333", digits)).toBe(3);
      expect(extract("1 22", digits)).toBe("1");
    }
  });

  it("can match up to the end even where a shorter match is preferred", () => {
    expect(endsWith("aab", re("a|ab"))).toBe(1);
    expect(endsWith("42\n", re("\\d+$", "m"))).toBe(0);
    expect(endsWith("x\n42", re("^\\d+", "m"))).toBe(1);
  });

  it("extract a group of the first or last match", () => {
    const pair = re("(\\w)=(\\d)");
    expect(extract("a=1 b=2", pair)).toBe("a");
    expect(extract("a=1 b=2", pair, 2)).toBe("1");
    expect(extract("a=1 b=2", pair, 0, "last")).toBe("b=2");
    expect(extract("a=1 b=2", pair, 3)).toBeNull();
    expect(extract("b", re("(a)|b"))).toBeNull();
    expect(extract("ab", re("b"))).toBe("b");
  });
});

describe("comparisons of texts", () => {
  it("are exact", () => {
    expect([equal("a", "a"), equal("a", "A"), notEqual("a", "b")]).toEqual([1, 0, 1]);
    expect([oneOf("a", ["a", "b"]), oneOf("c", ["a", "b"]), oneOf("a", [])]).toEqual([1, 0, 0]);
    expect([same(["a"], ["a"]), same(["a"], ["a", "b"]), same([1, 2], [1, 2]), same("a", "b"), same(2, 2)]).toEqual([
      1, 0, 1, 0, 1,
    ]);
  });
});

it("what is missing stays missing", () => {
  expect([contains(null, "a"), startsWith(null, "a"), endsWith(null, "a"), countMatches(null, "a")].every(Number.isNaN)).toBe(
    true,
  );
  expect(
    [equal(null, "a"), notEqual("a", null), oneOf(null, ["a"]), same(null, [1]), same([1, NaN], [1, 2])].every(Number.isNaN),
  ).toBe(true);
  expect([trim(null), lower(null), upper(null), words(null), lines(null), extract(null, "a"), joinText("a", null)]).toEqual(
    new Array(7).fill(null),
  );
});
