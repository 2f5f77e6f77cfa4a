// Text and similarity operators at their edges, by hand: code points, overlaps, empty texts, work that is refused.
import { describe, expect, it } from "vitest";
import { editDistance } from "../../runtime/operators/similarity/edit-distance.ts";
import { ngramRepetition } from "../../runtime/operators/similarity/ngram-repetition.ts";
import { ngrams } from "../../runtime/operators/similarity/ngrams.ts";
import { similarity } from "../../runtime/operators/similarity/similarity.ts";
import { tokenF1 } from "../../runtime/operators/similarity/token-f1.ts";
import { afterMatch } from "../../runtime/operators/text/after.ts";
import { beforeMatch } from "../../runtime/operators/text/before.ts";
import { bracketed } from "../../runtime/operators/text/bracketed.ts";
import { extractAll } from "../../runtime/operators/text/extract-all.ts";
import { join } from "../../runtime/operators/text/join.ts";
import { jsonGet } from "../../runtime/operators/text/json-get.ts";
import { jsonItems } from "../../runtime/operators/text/json-items.ts";
import { jsonValid } from "../../runtime/operators/text/json-valid.ts";
import { number } from "../../runtime/operators/text/number.ts";
import { numbersIn } from "../../runtime/operators/text/numbers-in.ts";
import { position } from "../../runtime/operators/text/position.ts";
import { replace } from "../../runtime/operators/text/replace.ts";
import { split } from "../../runtime/operators/text/split.ts";
import { tail } from "../../runtime/operators/text/tail.ts";
import { take } from "../../runtime/operators/text/take.ts";
import { fillPattern } from "../../runtime/pattern/fill.ts";
import { toRegExp } from "../../runtime/pattern.ts";

const re = (source: string, flags = "") => toRegExp(source, flags);

describe("places in a text", () => {
  it("count code points, not halves of them", () => {
    expect([take("😀é😀", 1), take("e\u0301x", 1), tail("a😀", 1), tail("😀😀", 3), position("😀b", "b")]).toEqual([
      "😀",
      "e",
      "😀",
      "😀😀",
      1,
    ]);
    expect(split("a😀", "")).toEqual(["a", "😀"]);
    expect(replace("😀", "", "-")).toBe("-😀-");
    expect(extractAll("😀a", re("."))).toEqual(["😀", "a"]);
  });

  it("are found without overlap, from the left", () => {
    expect([beforeMatch("aaa", "aa", "last"), afterMatch("aaa", "aa", "last")]).toEqual(["", "a"]);
    expect([beforeMatch("ab", "", "first"), beforeMatch("ab", "", "last"), afterMatch("ab", "", "last")]).toEqual(["", "ab", ""]);
    expect(beforeMatch("xaab", re("a|ab"), "last")).toBe("xa");
  });

  it("are missing for a number that counts nothing", () => {
    expect([take("ab", -1), take("ab", 0.5), tail("ab", Number.NaN)]).toEqual([null, null, null]);
    expect([take("ab", Number.POSITIVE_INFINITY), tail("ab", 0)]).toEqual(["ab", ""]);
  });
});

describe("brackets", () => {
  it("close where they are balanced, in the last place only", () => {
    expect(bracketed("\\boxed{a{b}c} d}", "\\boxed{")).toBe("a{b}c");
    expect(bracketed("\\boxed{1} \\boxed{2", "\\boxed{")).toBeNull();
    expect(bracketed("\\boxed{1} \\boxed{2", "\\boxed{", "first")).toBe("1");
    expect([bracketed("f()", "f("), bracketed("f(]", "f("), bracketed("fx", "f"), bracketed("a", "")]).toEqual([
      "",
      null,
      null,
      null,
    ]);
  });
});

describe("groups", () => {
  it("are empty where they took no part, and missing where there is none", () => {
    expect(extractAll("ab", re("(a)|b"))).toEqual(["a", ""]);
    expect(extractAll("ab", re("(a)|b"), 2)).toBeNull();
    expect(replace("ab", re("(a)|b"), "[$1$2$$]")).toBe("[a$$][$$]");
  });
});

describe("numbers", () => {
  it("are finite or missing", () => {
    expect([number("1e400"), number("-1e-400"), number(""), number("."), number("1 2"), number("0x10")]).toEqual([
      NaN,
      -0,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect(numbersIn("v1.2.3 -4 5-6 1e999 (7)-8 .5 3.")).toEqual([1.2, 3, -4, 5, 6, 7, 8, 0.5, 3]);
  });
});

describe("JSON", () => {
  it("is read as it is written, and no deeper than all readers can", () => {
    expect([jsonValid("[".repeat(500) + "]".repeat(500)), jsonValid("[".repeat(501) + "]".repeat(501))]).toEqual([1, 0]);
    expect([jsonValid('"[[["'), jsonValid(`"${"[".repeat(600)}\\""`), jsonValid("\ufeff1"), jsonValid("")]).toEqual([1, 1, 0, 0]);
    expect(jsonItems('{"a": 1}')).toBeNull();
    expect(jsonItems('[{"\\ue000": 1, "😀": 2, "a": -0.0}]')).toEqual(['{"a":0,"\ue000":1,"😀":2}']);
  });

  it("is reached by names and positions of its own only", () => {
    const t = '{"a": {"0": "x"}, "b": [null, [1, true]], "": 1}';
    expect(["a.0", "b[1][0]", "b[1][1]", "b[1]", ""].map((path) => jsonGet(t, path))).toEqual([
      "x",
      "1",
      "true",
      "[1,true]",
      '{"":1,"a":{"0":"x"},"b":[null,[1,true]]}',
    ]);
    expect(["a[0]", "b.0", "b[0]", "b[2]", "constructor", "a.", "a..0", "b[-1]", "b[1"].map((path) => jsonGet(t, path))).toEqual(
      new Array(9).fill(null),
    );
  });
});

describe("similarity", () => {
  it("takes whole lists, and is missing where an element is", () => {
    expect(similarity([[1, 2], [3]], [[1, 2]])).toBe(2 / 3);
    expect(
      [similarity(["a", null], ["a"]), tokenF1([NaN], [1]), editDistance(null, "a"), ngramRepetition(["a", null], 1)].every(
        Number.isNaN,
      ),
    ).toBe(true);
    expect([
      similarity("", ""),
      similarity("", "a"),
      similarity("a b", "b a", "jaccard"),
      similarity("ab", "", "levenshtein"),
    ]).toEqual([1, 0, 1, 0]);
  });

  it("refuses what would take too long, and nothing that is plain", () => {
    const long = "a".repeat(20_000);
    expect([similarity(long, long), editDistance(long, `${long}b`)]).toEqual([1, 1]);
    expect(similarity(long, `${long}b`)).toBeNaN();
    expect(editDistance(long, "b".repeat(20_000))).toBeNaN();
  });

  it("counts n-grams of any length without writing them out", () => {
    const xs = new Array(50_000).fill("x");
    expect([ngramRepetition(xs, 1), ngramRepetition(xs, 25_000)]).toEqual([1 - 1 / 50_000, 1 - 1 / 25_001]);
    expect([ngramRepetition("x ".repeat(100), 1), ngramRepetition("a b", 3), ngramRepetition("a", 0)]).toEqual([0.99, 0, NaN]);
    expect(ngrams(xs, 25_000)).toBeNull();
    expect(ngrams([1, 2, 3], 2)).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });
});

describe("what would be enormous", () => {
  it("is missing, and nothing throws", () => {
    const long = "a".repeat(100_000);
    expect(replace(long, "a", long)).toBeNull();
    expect(replace(long, re("a"), long)).toBeNull();
    expect(replace(long, re("^.*$"), "$0".repeat(2_000))).toBeNull();
    expect(join(new Array(2_000).fill(long), "")).toBeNull();
    expect(fillPattern(["(", ")"], "gu", [null])).toBeNull();
    expect(fillPattern(["(", ""], "gu", ["a"])).toBeNull();
  });
});
