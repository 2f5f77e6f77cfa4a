// Facts about programs: trust, reading, directions, differences, growth, ranges under assumptions, and the worth of terms.
import { describe, expect, it } from "vitest";
import { assumeCondition, assumeNoEnd, assumeNothing } from "../../../analysis/facts/assumptions.ts";
import { boundSum } from "../../../analysis/facts/bound-sum.ts";
import { combineLinearly, constantOf } from "../../../analysis/facts/combine-linearly.ts";
import { type Facts, factsOf } from "../../../analysis/facts/facts.ts";
import { findDifferences, isExact, telescopes } from "../../../analysis/facts/find-difference.ts";
import { findRectified } from "../../../analysis/facts/find-rectified.ts";
import { compile } from "../../../compiler/compilation.ts";

const signals = `
  signals from environment {
    x : 0..10
    y : -5..5
    n : number
    hit : bool
    done : bool
    fell : bool
    p : vector(3) in -2..2
  }
  signal rm : number from model("rm")
  signal act : -1..1 from action
  signal file : 0..1 from environment writable by policy
  signal right : bool at end from verifier`;

describe("ranges of whole vectors and lists", () => {
  const rangeOf = (expression: string) => {
    const facts = factsFor(`signal few : list of 0..2\n  let value = ${expression}\n  objective o = 1`);
    return facts.range(facts.program.lets.find(({ name }) => name === "value")!.node);
  };

  it("know how many elements there are", () => {
    expect(rangeOf("norm(p)").hi).toBeCloseTo(Math.sqrt(12), 9);
    expect(rangeOf("sumsq(p)")).toEqual({ lo: 0, hi: 12 });
    expect(rangeOf("dot(p, p)").hi).toBe(12);
    expect(rangeOf("std(p)").hi).toBeCloseTo(2, 9);
    expect(rangeOf("std(p, ddof: 1)").hi).toBeGreaterThan(2.4);
    expect(rangeOf("length(p)")).toEqual({ lo: 3, hi: 3 });
    expect(rangeOf("norm(cross(p, p))").hi).toBeLessThan(14);
  });

  it("do not know how long a list is", () => {
    expect(rangeOf("norm(few)")).toEqual({ lo: 0, hi: Number.POSITIVE_INFINITY });
    expect(rangeOf("mean(few)").hi).toBeCloseTo(2, 6);
    expect(rangeOf("sum(x + 1 where hit) over steps").lo).toBe(0);
  });
});

function factsFor(members: string, settings = "horizon 100 steps\n  discount 0.9"): Facts {
  const compilation = compile(`reward R {\n  ${settings}${signals}\n  ${members}\n}`);
  const [program] = compilation.programs;
  if (program === undefined) throw new Error(compilation.diagnostics.map(({ message }) => message).join("\n"));
  return factsOf(program);
}

/** Facts with the node of a probe of this formula. */
function probe(formula: string, more = ""): { facts: Facts; node: number } {
  const facts = factsFor(`${more}\n  objective o = x\n  probe it = ${formula}`);
  return { facts, node: facts.program.probes[0]!.node };
}

const summing = ({ program, classes, range }: Facts) => ({ program, classes, ranges: range });

describe("reads and trust", () => {
  it.each([
    ["x + y", ["x", "y"], "measured"],
    ["prev(x) * rm", ["rm", "x"], "learned"],
    ["if hit then act else 0", ["act", "hit"], "policy"],
    ["file", ["file"], "policy"],
    ["once(hit)", ["hit"], "measured"],
    ["3", [], undefined],
  ])("%s", (formula, reads, trust) => {
    const { facts, node } = probe(formula);
    expect([...facts.reads(node)].sort()).toEqual(reads);
    expect(facts.trust(node)).toBe(trust);
  });

  it("reads through an outcome", () => {
    const { facts, node } = probe("if failed then 1 else 0", "ends when fell as failure");
    expect([...facts.reads(node)]).toEqual(["fell"]);
  });
});

describe("directions", () => {
  it.each([
    ["x", "x", "+"],
    ["-2 * x + y", "x", "-"],
    ["-2 * x + y", "y", "+"],
    ["y", "x", "0"],
    ["x * y", "x", "?"],
    ["x * x", "x", "+"],
    ["y^2", "y", "?"],
    ["exp(-x)", "x", "-"],
    ["min(1, x / 3)", "x", "+"],
    ["delta(x)", "x", "?"],
    ["if hit then x else 0", "hit", "+"],
    ["if hit then 0 else x", "hit", "-"],
    ["if hit then 0 else x", "x", "+"],
    ["x > 3", "x", "+"],
    ["not (x > 3) and hit", "x", "-"],
    ["sum(p)", "p", "+"],
    ["abs(y)", "y", "?"],
    ["record(x)", "x", "?"],
    ["n - rm", "rm", "-"],
  ])("%s in %s is %s", (formula, signal, direction) => {
    const { facts, node } = probe(formula);
    expect(facts.direction(node, signal)).toBe(direction);
  });

  it("follows a part instead of a signal", () => {
    const facts = factsFor("objective o = 3 - abs(y)\n  probe it = abs(y)");
    expect(facts.directionIn(facts.program.terms[0]!.node, facts.program.probes[0]!.node)).toBe("-");
  });
});

describe("differences", () => {
  const differencesIn = (formula: string) => {
    const { facts, node } = probe(formula);
    return findDifferences(facts.program, facts.classes, node);
  };

  it.each([
    ["x - prev(x)", 1, -1],
    ["prev(x) - x", -1, 1],
    ["-delta(x) / 2", -0.5, 0.5],
    ["0.9 * x - prev(x)", 0.9, -1],
    ["3 * (x - prev(x)) - 0", 3, -3],
    ["abs(y) - abs(prev(y))", 1, -1],
    ["prev(norm(p)) - norm(p)", -1, 1],
    ["(x + 2) - prev(x + 2)", 1, -1],
  ])("%s", (formula, now, before) => {
    const found = differencesIn(formula);
    expect(found).toMatchObject({ whole: true, constant: 0 });
    expect(found!.differences).toHaveLength(1);
    expect(found!.differences[0]).toMatchObject({ now, before });
    expect(telescopes(found)).toBe(isExact(found!.differences[0]!));
  });

  it("keeps what is left beside them", () => {
    expect(differencesIn("delta(x) + y")).toMatchObject({ whole: false });
    expect(differencesIn("delta(x) + 1")).toMatchObject({ whole: true, constant: 1 });
    expect(differencesIn("x - prev(y)")).toBeUndefined();
    expect(differencesIn("x * prev(x)")).toBeUndefined();
  });

  it.each([
    ["max(0, delta(x))", "rise"],
    ["clip(delta(x), 0, 1)", "rise"],
    ["if x > prev(x) then 1 else 0", "indicator"],
    ["prev(x) > x", "indicator"],
    ["2 * abs(delta(x)) + y", "size"],
    ["clip(delta(x), -1, 1)", undefined],
    ["delta(x)", undefined],
    ["rising(hit)", undefined],
    ["exp(-delta(x)^2)", undefined],
    ["record(x)", undefined],
  ])("finds that %s is %s", (formula, kind) => {
    const { facts, node } = probe(formula);
    expect(findRectified(facts.program, facts.classes, node)?.kind).toBe(kind);
  });

  it("takes sums apart and knows constants", () => {
    const { facts, node } = probe("2 * (x - k) + x", "param k : 0..4 = 3");
    const { parts, constant } = combineLinearly(facts.program, facts.classes, node);
    expect(parts).toMatchObject([{ coefficient: 3, shift: 0 }]);
    expect(constant).toBe(-6);
    expect(constantOf(facts.program, node)).toBeUndefined();
  });
});

describe("sums over an episode", () => {
  it.each([
    ["delta(x)", [-10, 10]],
    ["record(x)", [0, 10]],
    ["once(hit)", [0, 1]],
    ["5 * once(hit) + delta(x)", [-10, 15]],
    ["if hit then record(x) else 0", [0, 10]],
    ["0", [0, 0]],
    ["x", undefined],
    ["rising(hit)", undefined],
    ["if hit then delta(x) else 0", undefined],
  ])("%s", (formula, bounds) => {
    const { facts, node } = probe(formula);
    const sum = boundSum(summing(facts), node);
    expect(sum && [sum.lo, sum.hi]).toEqual(bounds);
  });
});

describe("ranges under assumptions", () => {
  const under = (formula: string, condition: string, holds: boolean) => {
    const facts = factsFor(`objective o = x\n  probe it = ${formula}\n  probe if_so = ${condition}`);
    const [it_, if_so] = facts.program.probes;
    const assumed = assumeCondition(facts.program, facts.classes.now, if_so!.node, holds, assumeNothing());
    const { lo, hi } = facts.rangesUnder(assumed)(it_!.node);
    return [lo, hi];
  };

  it.each([
    ["if hit then x else -1", "hit", true, [0, 10]],
    ["if hit then x else -1", "not hit", true, [-1, -1]],
    ["if hit and done then 1 else 0", "hit or done", false, [0, 0]],
    ["x", "x > 4", true, [4, 10]],
    ["x", "x > 4", false, [0, 4]],
    ["x", "3 >= x and hit", true, [0, 3]],
    ["x > 4", "x > 4", false, [0, 0]],
    ["record(x)", "x <= 0", true, [0, 0]],
  ])("%s where %s is %s", (formula, condition, holds, range) => {
    expect(under(formula, condition, holds)).toEqual(range);
  });

  it("knows what cannot be while the episode goes on", () => {
    const facts = factsFor(
      "ends when done as success\n  ends when fell as failure\n  objective o = x\n  probe a = if done then 1 else 0\n  probe b = if succeeded then 1 else 0\n  probe c = if fell then 1 else 0",
    );
    const going = facts.rangesUnder(assumeNoEnd(facts.program, facts.classes.now, ["success"]));
    expect(facts.program.probes.map(({ node }) => going(node).hi)).toEqual([0, 0, 1]);
  });
});

describe("worth of terms", () => {
  it("weighs, signs and counts payments", () => {
    const facts = factsFor(
      `ends when done as success
  param k : 1..9 = 2
  objective each weight 0.5 = x
  objective single weight 3 once = x
  objective arrive weight 100 = done
  objective forward = delta(x)
  objective result weight 4 = right
  penalty cost weight k = abs(y) when hit`,
    );
    const shown = facts.paid.map(({ term, once, episode, repeats, terminal }) => [
      term.name,
      once.lo,
      once.hi,
      episode.lo,
      episode.hi,
      repeats,
      terminal,
    ]);
    expect(shown).toEqual([
      ["each", 0, 5, 0, 500, 100, false],
      ["single", 0, 30, 0, 30, 1, false],
      ["arrive", 0, 100, 0, 100, 1, true],
      ["forward", -10, 10, -10, 10, 100, false],
      ["result", 0, 4, 0, 4, 1, false],
      ["cost", -10, 0, -1000, 0, 100, false],
    ]);
    expect(facts.terms).toEqual({ lo: -1010, hi: 644 });
  });

  it("knows how long an episode can be and who ends it", () => {
    const long = factsFor("ends when done as success\n  objective o = x").length;
    expect(long).toMatchObject({ most: 100, chosen: true });
    expect(long.discountedMost).toBeCloseTo((1 - 0.9 ** 100) / 0.1, 12);
    expect(factsFor("ends when fell as failure\n  objective o = x").length.chosen).toBe(false);
    expect(factsFor("ends when fell as failure\n  objective o = x", "discount 1").length.discountedMost).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it("is the same object for the same program", () => {
    const facts = factsFor("objective o = x");
    expect(factsOf(facts.program)).toBe(facts);
  });
});
