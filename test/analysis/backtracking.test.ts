// Step counting and the search for slow patterns: the machine finds what the engine finds, and claims hold when carried on.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countSteps } from "../../analysis/backtracking/count-steps.ts";
import { findAttack } from "../../analysis/backtracking/find-attack.ts";
import { buildMachine, type Machine } from "../../analysis/backtracking/machine.ts";
import { parsePattern } from "../../runtime/pattern/parse.ts";
import { toRegExp } from "../../runtime/pattern.ts";

const recorded = JSON.parse(readFileSync(new URL("../operators/fixtures/patterns-python.json", import.meta.url), "utf8"))
  .cases as [string, string, string, unknown][];

function machineOf(pattern: string, flags: string): Machine {
  return buildMachine(parsePattern(pattern), {
    ignoreCase: flags.includes("i"),
    multiline: flags.includes("m"),
    dotAll: flags.includes("s"),
    unicode: flags.includes("u"),
  })!;
}

describe("the machine", () => {
  it("finds something exactly where the engine does", () => {
    let random = 7;
    const next = (below: number) => {
      random = (random * 1103515245 + 12345) % 2147483648;
      return Math.floor((random / 2147483648) * below);
    };
    let found = 0;
    for (const [pattern, flags] of recorded) {
      // References compare characters, not kinds.
      if (/\\[1-9]/.test(pattern)) continue;
      const machine = machineOf(pattern, flags);
      const { characters } = machine.alphabet;
      for (let i = 0; i < 8; i++) {
        const text = Array.from({ length: next(8) }, () => next(characters.length));
        const written = text.map((kind) => characters[kind]).join("");
        const expected = written.search(toRegExp(pattern, flags)) >= 0;
        expect(countSteps(machine, text, 1e6).found, JSON.stringify([pattern, flags, written])).toBe(expected);
        if (expected) found++;
      }
    }
    expect(found).toBeGreaterThan(300);
  });

  it("stops at the limit", () => {
    const machine = machineOf("(?:a+)+$", "");
    const [a, other] = [machine.alphabet.characters.indexOf("a"), machine.alphabet.characters.indexOf("1")];
    const counted = countSteps(machine, [...Array.from({ length: 60 }, () => a), other], 5_000);
    expect(counted).toMatchObject({ stopped: true, found: false, total: 5_000 });
  });
});

describe("an attack", () => {
  it.each([
    ["(?:a+)+$", Number.POSITIVE_INFINITY],
    ["(a+)+$", Number.POSITIVE_INFINITY],
    ["(?:a|a)*$", Number.POSITIVE_INFINITY],
    ["^(?:\\w+\\s?)*$", Number.POSITIVE_INFINITY],
    ["(?:a*)*b", Number.POSITIVE_INFINITY],
    ["^(?:.|\\s)*end", Number.POSITIVE_INFINITY],
    ["(?:x+x+)+y", Number.POSITIVE_INFINITY],
    [".*a.*b", 3],
    ["^.*a.*b", 2],
    ["\\s+$", 2],
    ["^\\s+|\\s+$", 2],
    ["\\d+\\.\\d+", 2],
    ["<a>(.*?)</a>", 2],
    ["(\\w+)\\s+\\1", 2],
  ])("on %s has degree %d", (pattern, degree) => {
    expect(findAttack(pattern, "")?.degree).toBe(degree);
  });

  it.each([
    "",
    "a",
    "\\d+",
    "^\\d+$",
    "^(?:[a-z]+\\.)+[a-z]+$",
    "\\d+(?:,\\d{3})*(?:\\.\\d+)?",
    "\\\\boxed\\{([^{}]+)\\}",
    "(?:a|a)*",
    "(?:(?!<t>).)*",
    '^(?:[^"\\\\]|\\\\.)*"$',
    "(?:(?:a{1,3}){1,3}){1,3}$",
    "^[^]]*".replace("[^]]", "[^\\]]"),
    "(?<!\\s)\\s+$",
    "^(\\w+)\\s+\\1$",
  ])("does not exist on %s", (pattern) => {
    expect(findAttack(pattern, "")).toBeUndefined();
  });

  it("slows down the engine itself", () => {
    const attack = findAttack("(?:a+)+$", "")!;
    const machine = machineOf("(?:a+)+$", "");
    const kinds = (text: string) => Array.from(text, (character) => machine.alphabet.characters.indexOf(character));
    const steps = (n: number) => countSteps(machine, kinds(attack.prefix + attack.pump.repeat(n) + attack.suffix), 1e7).total;
    expect(steps(15) / steps(14)).toBeGreaterThan(1.9);
    expect(attack.stepsAt(1000)).toBe(Number.POSITIVE_INFINITY);
  });

  it("grows as it says", () => {
    const { stepsAt, measured } = findAttack("\\s+$", "")!;
    expect(stepsAt(20_000) / stepsAt(10_000)).toBeCloseTo(4, 1);
    expect(measured.steps).toBeGreaterThan(1_000);
  });
});
