// The pattern dialect: what it accepts, how it reads in JavaScript, and that it finds what Python finds.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPattern, regexLiteral, toRegExp } from "../../runtime/pattern.ts";

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

function spans(pattern: string, flags: string, text: string): number[][] {
  const points = (index: number) => Array.from(text.slice(0, index)).length;
  return [...text.matchAll(toRegExp(pattern, flags))].map((match) => [
    points(match.index),
    points(match.index + match[0].length),
  ]);
}

/** Start and end of each match and of its groups; -1 for a group that took no part. */
function groups(pattern: string, flags: string, text: string): number[][] {
  const points = (index: number) => Array.from(text.slice(0, index)).length;
  const regExp = toRegExp(pattern, flags);
  return [...text.matchAll(new RegExp(regExp.source, `${regExp.flags}d`))].map((match) =>
    [...match.indices!].flatMap((span) => (span === undefined ? [-1, -1] : [points(span[0]), points(span[1])])),
  );
}

describe("finds what Python finds", () => {
  const recorded = read("./fixtures/python-matches.json").cases as [string, string, string, number[][]][];
  it(`in ${recorded.length} recorded texts`, () => {
    expect(recorded.length).toBeGreaterThan(200);
    for (const [pattern, flags, text, found] of recorded) {
      expect(spans(pattern, flags, text), JSON.stringify([pattern, flags, text])).toEqual(found);
    }
  });

  const grouped = read("./fixtures/patterns-python.json").cases as [string, string, string, number[][]][];
  it(`with the same groups in ${grouped.length} recorded texts`, () => {
    expect(grouped.length).toBeGreaterThan(300);
    for (const [pattern, flags, text, found] of grouped) {
      expect(checkPattern(pattern, flags), pattern).toBeUndefined();
      expect(groups(pattern, flags, text), JSON.stringify([pattern, flags, text])).toEqual(found);
    }
  });

  it("in the completions of a format reward", () => {
    const { cases } = read("../parity/cases/openr1_format.json") as {
      cases: { inputs: { completion: string }; expected: number }[];
    };
    const pattern = toRegExp("^<think>\\n.*?\\n</think>\\n<answer>\\n.*?\\n</answer>$", "ms");
    for (const { inputs, expected } of cases) {
      expect(inputs.completion.search(pattern) === 0 ? 1 : 0, inputs.completion).toBe(expected);
    }
  });

  it("in the completions of a tag count", () => {
    const { cases } = read("../parity/cases/openr1_tag_count.json") as {
      cases: { inputs: { completion: string }; expected: number }[];
    };
    const tags = ["<think>\\n", "\\n</think>\\n", "\\n<answer>\\n", "\\n</answer>"].map((tag) => toRegExp(tag, ""));
    for (const { inputs, expected } of cases) {
      const once = tags.filter((tag) => inputs.completion.match(tag)?.length === 1).length;
      expect(once / 4, inputs.completion).toBe(expected);
    }
  });
});

describe("reads in JavaScript as", () => {
  it.each([
    ["\\\\boxed\\{[^{}]+\\}", "", "/\\\\boxed\\{[^{}]+\\}/gu"],
    ["^a$", "", "/^a$/gu"],
    ["^a$", "m", "/(?<=^|\\n)a(?=\\n|$)/gu"],
    ["a.b", "", "/a[^\\n]b/gu"],
    ["a.b", "s", "/a.b/gsu"],
    ["\\d\\w\\b", "", "/\\d\\w\\b/gu"],
    ["\\d", "u", "/\\p{Nd}/gu"],
    ["(a|b)+?\\1", "", "/(a|b)+?\\1/gu"],
    ["(a)\\1(?:1)", "", "/(a)\\1(?:1)/gu"],
    ["a/b", "", "/a\\/b/gu"],
    ["x{2}y{1,}z{0,3}", "", "/x{2}y+z{0,3}/gu"],
    ["{a}", "", "/\\{a\\}/gu"],
    ["\\p{L}\\P{P}", "", "/\\p{L}\\P{P}/gu"],
    ["ki", "i", "/k[iİı]/giu"],
    ["[a-z]", "i", "/[a-zİı]/giu"],
    ["(?<!ab|cd)e", "", "/(?<!ab|cd)e/gu"],
    ["\\x41\\u00e9\\-", "", "/Aé-/gu"],
  ])("%s with %j: %s", (source, flags, literal) => {
    expect(checkPattern(source, flags)).toBeUndefined();
    expect(regexLiteral(source, flags)).toBe(literal);
  });
});

describe("means", () => {
  it("by white space the 29 characters of isspace", () => {
    const found = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => String.fromCharCode(code).search(toRegExp("^\\s$", "")) === 0,
    );
    expect(found).toHaveLength(29);
    expect(found).toContain(0x1c);
    expect(found).not.toContain(0xfeff);
    expect(spans("[^\\S\\n]", "", "a \n\tb")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(spans("[\\S]", "", "a b")).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("by $ the very end, and by ^ and $ with m only \\n", () => {
    expect(spans("a$", "", "a\n")).toEqual([]);
    expect(spans("a$", "m", "a\na\ra\u2028a")).toEqual([
      [0, 1],
      [6, 7],
    ]);
    expect(spans("^a", "m", "a\na\ra")).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("by a dot anything but \\n, one code point", () => {
    expect(spans("a.", "", "a\r a\u2028 a\n")).toEqual([
      [0, 2],
      [3, 5],
    ]);
    expect(spans("^.$", "", "😀")).toEqual([[0, 1]]);
  });

  it("by \\d \\w \\b ASCII, and Unicode with u", () => {
    expect(spans("\\d", "", "3٣")).toEqual([[0, 1]]);
    expect(spans("\\d", "u", "3٣")).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(spans("\\w+", "", "né")).toEqual([[0, 1]]);
    expect(spans("\\w+", "u", "né")).toEqual([[0, 2]]);
    expect(spans("\\bé", "", "né")).toEqual([[1, 2]]);
    expect(spans("n\\b", "", "né")).toEqual([[0, 1]]);
    expect(spans("n\\b", "u", "né")).toEqual([]);
  });

  it("by i the case variants Python knows", () => {
    expect(spans("i", "i", "iIİı")).toHaveLength(4);
    expect(spans("[h-j]", "i", "İ")).toHaveLength(1);
    expect(spans("[\\u0100-\\u0200]", "i", "I")).toHaveLength(1);
    expect(spans("[^i]", "i", "ıx")).toEqual([[1, 2]]);
    expect(spans("k", "i", "\u212a")).toHaveLength(1);
  });

  it("by a capital class all that the small one leaves, also with i", () => {
    for (const [small, capital] of [
      ["\\p{L}", "\\P{L}"],
      ["\\w", "\\W"],
      ["\\d", "\\D"],
      ["\\p{N}", "\\P{N}"],
    ]) {
      for (const character of "aA1_-ιΙ\u0345ſK\u212aİı٣ⅷⅧ ") {
        const found = [small, capital].filter((each) => character.search(toRegExp(`^${each}$`, "iu")) === 0);
        expect(found, `${small} ${character}`).toHaveLength(1);
      }
    }
  });

  it("the same between the halves of a surrogate pair: nothing", () => {
    expect(spans("(?!😀)", "", "😀")).toEqual([[1, 1]]);
    expect(spans("\\s|$", "m", "😀a")).toEqual([[2, 2]]);
    expect(spans("\\B", "", "a😀")).toEqual([[2, 2]]);
  });
});

describe("refuses, and says what to write instead", () => {
  it.each([
    ["(?P<n>a)", "numbered group"],
    ["(?<n>a)", "numbered group"],
    ["(a)(?P=n)", "'\\1'"],
    ["\\k<n>", "'\\1'"],
    ["a++", "Possessive"],
    ["a{2}+", "Possessive"],
    ["(?i)a", 'r"…"i'],
    ["(?i:a)", 'r"…"i'],
    ["(?>a)", "'(?:…)'"],
    ["(?#x)", "//"],
    ["(a)(?(1)b|c)", "alternatives"],
    ["(?<=a+)b", "fixed length"],
    ["(?<=a|bc)d", "fixed length"],
    ["(a)(?<=\\1)b", "reference"],
    ["(a)?\\1", "group 1"],
    ["(?:(a)|b)\\1", "group 1"],
    ["(a\\1)", "group 1"],
    ["\\2(a)", "group 2"],
    ["a{,3}", "{0,m}"],
    ["a{3,2}", "Swap"],
    ["a**", "cannot be repeated"],
    ["*a", "nothing"],
    ["a|+", "nothing"],
    ["{2}", "nothing"],
    ["^*", "assertion"],
    ["(?=a)+", "assertion"],
    ["(?:a??)*", "at least one character"],
    ["(?:(a)|b)*", "(?:…)"],
    ["(?:x(,\\d)*)+", "(?:…)"],
    ["(a*)*", "(?:…)"],
    ["(a*)?", "(?:…)"],
    ["(a*)+\\1", "(?:…)"],
    ["(?<=(a|b){2})c", "right to left"],
    ["[]a]", "'\\]'"],
    ["[z-a]", "Swap"],
    ["[\\d-z]", "'-' last"],
    ["[a", "'\\['"],
    ["(a", "'\\('"],
    ["a)", "'\\)'"],
    ["a\\", "'\\\\'"],
    ["\\A", "'^'"],
    ["\\Z", "'$'"],
    ["\\q", "'q'"],
    ["\\012", "'\\xhh'"],
    ["\\p{Lu}", "\\p{L}"],
    ["\\xg1", "2 hexadecimal"],
    ["\\ud83d", "surrogate"],
    ["\\u{41}", "4 hexadecimal"],
    [`${"(".repeat(150)}${")".repeat(150)}`, "deep"],
  ])("%s", (source, advice) => {
    const sentence = checkPattern(source, "");
    expect(sentence).toContain(advice);
    expect(sentence).toMatch(/\.$/);
    expect("anything at all".search(toRegExp(source, ""))).toBe(-1);
  });

  it("what may be empty first, where all matches are gone through", () => {
    for (const source of ["^|a", "a*?", "$|\\n", "(?:|a)b?"]) {
      expect(checkPattern(source, "", "all")).toContain("empty last");
      expect(checkPattern(source, "", "first")).toBeUndefined();
    }
    for (const source of ["a|^", "a*", "^|$", "\\b", "(?:a|)b?", "\\s*$"])
      expect(checkPattern(source, "", "all")).toBeUndefined();
  });

  it("unknown and repeated flags", () => {
    expect(checkPattern("a", "g")).toContain("no flag 'g'");
    expect(checkPattern("a", "ii")).toContain("twice");
    expect(checkPattern("a", "imsu")).toBeUndefined();
  });
});

describe("never throws", () => {
  const piece = fc.constantFrom(
    ..."()[]{}|^$.*+?\\-,:=!<>PdDwWsSbBpnux019aiL{}é😀\n ".split(""),
    "(?:",
    "(?<=",
    "[^",
    "\\p{L}",
    "{1,2}",
    "\\1",
  );
  const source = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  it("on any text", () => {
    fc.assert(
      fc.property(source, fc.constantFrom("", "i", "m", "s", "u", "ims", "imsu"), fc.string(), (pattern, flags, text) => {
        const sentence = checkPattern(pattern, flags);
        expect(sentence === undefined || sentence.length > 10).toBe(true);
        expect(regexLiteral(pattern, flags)).toMatch(/^\/[\s\S]+\/g[isu]+$/);
        text.match(toRegExp(pattern, flags));
      }),
      { numRuns: 2000 },
    );
  });

  it("prints a literal that is the same pattern", () => {
    for (const [pattern, flags] of [
      ["a/b\n", ""],
      ["[/\\]]", ""],
      ["\u2028", "u"],
      ["\\s\\S", "ims"],
    ] as const) {
      const evaluated = new Function(`return ${regexLiteral(pattern, flags)}`)() as RegExp;
      expect(evaluated.source).toBe(toRegExp(pattern, flags).source);
      expect(evaluated.flags).toBe(toRegExp(pattern, flags).flags);
    }
  });
});
