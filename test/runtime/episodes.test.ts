// Whole episodes: when they end, what is known late, groups, knobs, faults of inputs.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../runtime/evaluate.ts";
import type { Episode, Row } from "../../runtime/trajectory.ts";
import { BOOL, buildProgram, TEXT, vectorOf } from "./build-program.ts";

const xs = (...values: (number | null)[]): Row[] => values.map((x) => ({ x }));
const one = (b: ReturnType<typeof buildProgram>, episode: Omit<Episode, "id">, knobs = {}) =>
  evaluate(b.program, [{ id: "e", ...episode }], knobs)[0];

describe("ends", () => {
  const falling = (settings = {}) => {
    const b = buildProgram(settings);
    const x = b.signal("x");
    b.ends(b.apply("less", x, b.constant(0)), "failure");
    b.ends(b.apply("greater", x, b.constant(9)), "success");
    b.penalty("fall", b.builtin("failed", BOOL), { weight: b.constant(10) });
    b.objective("win", b.builtin("succeeded", BOOL));
    b.probe("over", b.builtin("terminated", BOOL));
    b.probe("cut", b.builtin("truncated", BOOL));
    return b;
  };

  test("terminate where a condition holds, with its outcome; that step still pays", () => {
    const result = one(falling(), { steps: xs(1, 2, -1) });
    expect(result.probes).toEqual({ over: [0, 0, 1], cut: [0, 0, 0] });
    expect(result.terms).toEqual({ fall: [0, 0, -10], win: [0, 0, 0] });
    expect(one(falling(), { steps: xs(1, 10) }).terms.win).toEqual([0, 1]);
    expect(result.notes).toEqual([]);
  });

  test("do not fire where they cannot be evaluated", () => {
    expect(one(falling(), { steps: xs(1, null) }).probes.over).toEqual([0, 0]);
  });

  test("a recorded flag wins, and a difference is told", () => {
    const steps: Row[] = [{ x: 1, terminated: true }, { x: -1, terminated: false }, { x: 1 }];
    const result = one(falling(), { steps });
    expect(result.probes.over).toEqual([1, 0, 0]);
    expect(result.notes).toEqual([
      "`terminated` is recorded on 1 step(s) where no `ends when` holds, first on step 0; the recorded value was used.",
      "`ends when` holds on 1 step(s) recorded as not terminated, first on step 1; the recorded value was used.",
      "2 record(s) follow the end of the episode on step 0; they were paid like the others.",
    ]);
    expect(result.terms.fall).toEqual([0, -10, 0]);
  });

  test("reaching the horizon is truncation, unless the episode terminates there", () => {
    expect(one(falling({ horizon: 2 }), { steps: xs(1, 1) }).probes).toEqual({ over: [0, 0], cut: [0, 1] });
    expect(one(falling({ horizon: 2 }), { steps: xs(1, -1) }).probes).toEqual({ over: [0, 1], cut: [0, 0] });
    expect(one(falling({ horizon: 3 }), { steps: xs(1, 1) }).probes.cut).toEqual([0, 0]);
    expect(one(falling(), { steps: [{ x: 1, truncated: true }, { x: 1 }] }).probes.cut).toEqual([1, 0]);
  });

  test("shaping sees the end: Φ is 0 after a terminal step, not after a cut one", () => {
    const b = buildProgram({ discount: 0.9, discountDeclared: true });
    const x = b.signal("x");
    b.shaping("near", x);
    b.objective("nothing", b.constant(0));
    b.ends(b.apply("greater", x, b.constant(1.5)));
    const ended = one(b, { start: { x: 0 }, steps: xs(1, 2) });
    expect(ended.rewards).toEqual([0.9, -1]);
    expect(ended.discounted).toBe(0);
    expect(ended.terms).toEqual({ nothing: [0, 0], near: [0.9, -1] });
    const cut = one(b, { start: { x: 0 }, steps: [{ x: 1 }, { x: 2, terminated: false }] });
    expect(cut.rewards[1]).toBeCloseTo(0.9 * 2 - 1, 12);
    expect(ended.unshaped).toBe(0);
    expect(one(b, { start: {}, steps: xs(1, 2) }).rewards).toEqual([0, -1]);
  });

  test("signals named terminated and truncated are the recorded flags", () => {
    const b = buildProgram();
    const flag = b.signal("terminated", { type: BOOL });
    b.objective("over", flag);
    const result = one(b, { steps: [{}, { terminated: true }] });
    expect(result.terms.over).toEqual([0, 1]);
    expect(result.invalid).toEqual([]);
  });

  test("signals named succeeded and failed are their own", () => {
    const b = buildProgram();
    b.objective("mine", b.signal("failed", { type: BOOL }));
    expect(one(b, { steps: [{ failed: true }] }).terms.mine).toEqual([1]);
  });
});

describe("values known once", () => {
  test("pay on the last step, after the step terms", () => {
    const b = buildProgram();
    b.objective("late", b.signal("score", { timing: "end" }), { weight: b.constant(2) });
    b.objective("each", b.signal("x"));
    const result = one(b, { steps: xs(1, 2, 3), end: { score: 5 } });
    expect(result.terms).toEqual({ late: [0, 0, 10], each: [1, 2, 3] });
    expect(result.rewards).toEqual([1, 2, 13]);
  });

  test("a completion is one step whose values feed signals of every timing", () => {
    const b = buildProgram();
    b.program.oneShot = true;
    const tokens = b.signal("tokens", { timing: "end", range: [0, 100] });
    const correct = b.signal("correct", { timing: "end", type: BOOL });
    b.objective("right", correct);
    b.penalty("long", b.apply("ramp", tokens, b.constant(50), b.constant(100)), { weight: b.constant(0.5) });
    b.goal("solved", correct);
    const results = evaluate(b.program, [
      { id: "a", steps: [{ tokens: 75, correct: true }] },
      { id: "b", steps: [{}], end: { tokens: 0, correct: false } },
    ]);
    expect(results.map((result) => result.return)).toEqual([0.75, 0]);
    expect(results.map((result) => result.goal)).toEqual([true, false]);
  });

  test("a fault of such a value has no step", () => {
    const b = buildProgram();
    b.objective("late", b.signal("score", { timing: "end", range: [0, 1] }), { range: [0, 1] });
    const result = one(b, { steps: [{}], end: { score: 7 } });
    expect(result.invalid).toMatchObject([
      { step: null, signal: "score", value: 7, reason: "is outside 0..1" },
      { step: null, signal: null, term: "late" },
    ]);
    expect(result.return).toBe(0);
  });
});

describe("aggregates", () => {
  test("over steps leave out the start state", () => {
    const b = buildProgram();
    const x = b.signal("x");
    for (const name of ["sum", "mean", "min", "max", "first", "last", "std", "var"]) b.probe(name, b.aggregate(name, "steps", x));
    const up = b.apply("greater", x, b.constant(1));
    for (const name of ["any", "all", "count"]) b.probe(name, b.aggregate(name, "steps", up));
    b.probe("steps", b.aggregate("count", "steps", b.constant(true)));
    expect(one(b, { start: { x: 100 }, steps: xs(1, 2, 3) }).probes).toEqual({
      sum: 6,
      mean: 2,
      min: 1,
      max: 3,
      first: 1,
      last: 3,
      std: Math.sqrt(2 / 3),
      var: 2 / 3,
      any: 1,
      all: 0,
      count: 2,
      steps: 3,
    });
  });

  test("of vectors go component by component, of texts the first or last", () => {
    const b = buildProgram();
    const v = b.signal("v", { type: vectorOf(2) });
    const mean = b.aggregate("mean", "steps", v);
    b.probe("first", b.component(mean, 0));
    b.probe("second", b.component(mean, 1));
    const say = b.signal("say", { type: TEXT });
    b.goal(
      "ended",
      b.node({
        op: "apply",
        operator: "equal",
        args: [b.aggregate("last", "steps", say), b.constant("bye")],
        type: BOOL,
        timing: "end",
      }),
    );
    const result = one(b, {
      steps: [
        { v: [1, 2], say: "hi" },
        { v: [3, 6], say: "bye" },
      ],
    });
    expect(result.probes).toEqual({ first: 2, second: 4 });
    expect(result.goal).toBe(true);
  });

  test("over a group take one value per episode, whatever their order", () => {
    const b = buildProgram({ group: 2 });
    const score = b.signal("score", { timing: "end" });
    const relative = b.apply("subtract", score, b.aggregate("mean", "group", score));
    b.objective("relative", relative, { timing: "group" });
    b.probe("size", b.builtin("group_size"));
    const episode = (id: string, group: string | undefined, score: number): Episode => ({
      id,
      group,
      steps: [{}],
      end: { score },
    });
    const results = evaluate(b.program, [
      episode("a", "g", 1),
      episode("b", "h", 10),
      episode("c", "g", 4),
      episode("d", undefined, 7),
      episode("e", "h", 20),
      episode("f", undefined, 9),
    ]);
    expect(results.map(({ id }) => id).join("")).toBe("abcdef");
    expect(results.map((result) => result.return)).toEqual([-1.5, -5, 1.5, 0, 5, 0]);
    expect(results.map((result) => result.probes.size)).toEqual([2, 2, 2, 1, 2, 1]);
  });
});

describe("total and constraints", () => {
  test("total maps the terms of each step; a term is its weighted, signed value", () => {
    const b = buildProgram();
    const x = b.signal("x");
    b.objective("a", x, { weight: b.constant(2) });
    b.penalty("c", b.apply("abs", x));
    const terms = b.node({ op: "terms" });
    const c = b.node({ op: "term", name: "c" });
    b.program.total = b.choose(b.apply("greater", x, b.constant(2)), b.constant(100), b.apply("add", terms, c));
    expect(one(b, { steps: xs(1, 3) }).rewards).toEqual([0, 100]);
  });

  test("total that cannot be computed pays its lowest value", () => {
    const b = buildProgram();
    const x = b.signal("x");
    b.objective("a", x, { range: [0, 1] });
    b.program.total = b.bound(b.apply("log", b.apply("subtract", x, b.constant(1))), [-5, 5]);
    const result = one(b, { steps: xs(1) });
    expect(result.rewards).toEqual([-5]);
    expect(result.return).toBe(-5);
    expect(result.invalid).toMatchObject([{ step: 0, signal: null, value: -Infinity }]);
  });

  test("step and episode constraints, then shaping on top", () => {
    const b = buildProgram({ discountDeclared: true });
    const x = b.signal("x");
    b.objective("a", x);
    b.require("low", b.apply("less", x, b.constant(3)), b.constant(-1));
    b.require("honest", b.signal("honest", { type: BOOL, timing: "end" }), b.constant(-2), "end");
    b.shaping("near", x, b.constant(10));
    const result = one(b, { steps: xs(2, 5, 1), end: { honest: false } });
    expect(result.unshaped).toBe(-2);
    expect(result.rewards).toEqual([2, -1 + 30, -3 - 40]);
    expect(result.return).toBe(-12);
    expect(result.violations).toEqual([
      { require: "low", step: 1, cap: -1 },
      { require: "honest", step: null, cap: -2 },
    ]);
  });

  test("without steps there is nothing to pay and nothing to fail", () => {
    const b = buildProgram();
    b.objective("a", b.signal("x"));
    b.require("never", b.constant(false), b.constant(-1), "end");
    b.goal("last", b.signal("y"));
    expect(one(b, { steps: [] })).toMatchObject({ return: 0, rewards: [], terms: { a: [] }, goal: null });
  });
});

describe("faults of inputs", () => {
  test("are listed by step, with what they did to the terms", () => {
    const b = buildProgram();
    const x = b.signal("x", { range: [0, 1] });
    b.objective("a", x, { range: [0, 1], weight: b.constant(2) });
    const result = one(b, { start: { x: 4 }, steps: [{ x: 0.5 }, { x: 3 }, {}] });
    expect(result.invalid.map(({ step, signal, term }) => [step, signal ?? term])).toEqual([
      [-1, "x"],
      [1, "x"],
      [1, "a"],
      [2, "x"],
      [2, "a"],
    ]);
    expect(result.rewards).toEqual([1, 0, 0]);
    expect(result.return).toBe(1);
  });

  test("without a bound the episode has no return, and others are not touched", () => {
    const b = buildProgram();
    b.objective("a", b.signal("x"));
    const [bad, good] = evaluate(b.program, [
      { id: "bad", steps: xs(1, null) },
      { id: "good", steps: xs(1, 2) },
    ]);
    expect(bad).toMatchObject({ return: null, discounted: null, unshaped: null });
    expect(good).toMatchObject({ return: 3, invalid: [] });
  });

  test("optional values need ??, defaults and saturation are silent", () => {
    const b = buildProgram();
    const maybe = b.signal("maybe", { optional: true });
    b.objective("a", b.otherwise(maybe, b.constant(-1)));
    b.objective("b", b.signal("usual", { tags: { default: 5 } }));
    b.objective("c", b.signal("sensor", { range: [0, 1], tags: { saturates: true } }));
    b.objective(
      "d",
      b.signal("mode", { type: { kind: "text", alternatives: ["on", "off"] }, tags: { default: "on" } }) && b.constant(1),
    );
    const result = one(b, { steps: [{ sensor: 7 }, { maybe: 2, usual: 1, sensor: 0.5, mode: "off" }] });
    expect(result.terms).toEqual({ a: [-1, 2], b: [5, 1], c: [1, 0.5], d: [1, 1] });
    expect(result.invalid).toEqual([]);
  });
});

test("knobs override parameters and weights", () => {
  const b = buildProgram({ discountDeclared: true });
  const x = b.signal("x");
  b.objective("a", b.apply("multiply", x, b.param("gain", 2)), { weight: b.param("w", 3) });
  b.shaping("near", x);
  b.objective("late", b.builtin("training"));
  const at = (knobs: object) => one(b, { steps: xs(1, 1) }, knobs).terms;
  expect(at({})).toEqual({ a: [6, 6], near: [0, 0], late: [0, 0] });
  expect(at({ params: { gain: 1 } }).a).toEqual([3, 3]);
  expect(at({ params: { w: 1 } }).a).toEqual([2, 2]);
  expect(at({ params: { w: 1 }, weights: { a: 0.5, near: 2 } }).a).toEqual([1, 1]);
  expect(at({ training: 0.25 }).late).toEqual([0.25, 0.25]);
  expect(one(b, { steps: xs(1) }, { weights: { a: Number.NaN } }).return).toBeNull();
});

test("several goals are an object, a goal of steps counts on the last one", () => {
  const b = buildProgram();
  const x = b.signal("x");
  b.goal("far", b.apply("greater", x, b.constant(2)));
  expect(one(b, { steps: xs(5, 1) }).goal).toBe(false);
  expect(one(b, { steps: xs(5, null) }).goal).toBeNull();
  b.goal("most", b.aggregate("max", "steps", x));
  expect(one(b, { steps: xs(5, 1) }).goal).toEqual({ far: false, most: 5 });
});
