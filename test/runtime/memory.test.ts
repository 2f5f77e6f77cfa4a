// Values with memory: start states, `prev`, tracks.
import { describe, expect, test } from "vitest";
import { inspect } from "../../runtime/inspect.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { BOOL, buildProgram, type ProgramBuilder, TEXT, vectorOf } from "./build-program.ts";

const xs = (...values: (number | null)[]) => values.map((x) => ({ x }));
const valuesOf = (b: ProgramBuilder, episode: Omit<Episode, "id">, node: number) =>
  inspect(b.program, { id: "e", ...episode }, [node])[0];

describe("prev", () => {
  test("is the value itself on a first step without a start state, or init where given", () => {
    const b = buildProgram();
    const x = b.signal("x");
    expect(valuesOf(b, { steps: xs(1, 2, 4) }, b.prev(x))).toEqual([1, 1, 2]);
    expect(valuesOf(b, { steps: xs(1, 2, 4) }, b.prev(x, b.constant(7)))).toEqual([7, 1, 2]);
    expect(valuesOf(b, { steps: xs(1, 2, 4) }, b.apply("subtract", x, b.prev(x)))).toEqual([0, 1, 2]);
  });

  test("reads the start state where there is one; what that does not know falls back", () => {
    const b = buildProgram();
    const x = b.signal("x");
    b.signal("y");
    expect(valuesOf(b, { start: { x: 5 }, steps: xs(1, 2) }, b.prev(x))).toEqual([5, 1]);
    expect(valuesOf(b, { start: { x: 5 }, steps: xs(1, 2) }, b.prev(x, b.constant(7)))).toEqual([5, 1]);
    expect(valuesOf(b, { start: { y: 0 }, steps: xs(1, 2) }, b.prev(x, b.constant(7)))).toEqual([7, 1]);
    expect(valuesOf(b, { start: {}, steps: xs(1, 2) }, b.prev(x))).toEqual([1, 1]);
  });

  test("of an expression is that expression on the record before; of prev, two records before", () => {
    const b = buildProgram();
    const x = b.signal("x");
    const square = b.apply("multiply", x, x);
    expect(valuesOf(b, { steps: xs(1, 2, 4) }, b.prev(square))).toEqual([1, 1, 4]);
    expect(valuesOf(b, { steps: xs(1, 2, 4, 8) }, b.prev(b.prev(x)))).toEqual([1, 1, 1, 2]);
    expect(valuesOf(b, { start: { x: 9 }, steps: xs(1, 2, 4, 8) }, b.prev(b.prev(x)))).toEqual([9, 9, 1, 2]);
  });

  test("of a value that is unknown is unknown, except on the first step", () => {
    const b = buildProgram();
    expect(valuesOf(b, { steps: xs(1, null, 3, 4) }, b.prev(b.signal("x")))).toEqual([1, 1, null, 3]);
  });

  test("works component by component and on texts", () => {
    const b = buildProgram();
    const v = b.signal("v", { type: vectorOf(2) });
    const say = b.signal("say", { type: TEXT });
    const steps = [
      { v: [1, 2], say: "a" },
      { v: [3, 4], say: "b" },
    ];
    const start = { v: [9, null], say: "z" };
    expect(valuesOf(b, { steps }, b.prev(v))).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(valuesOf(b, { steps }, b.prev(v, b.constant(0)))).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(valuesOf(b, { start, steps }, b.prev(v, b.constant(0)))).toEqual([
      [9, 0],
      [1, 2],
    ]);
    expect(valuesOf(b, { steps }, b.prev(say, b.constant("-")))).toEqual(["-", "a"]);
    expect(valuesOf(b, { start, steps }, b.prev(say, b.constant("-")))).toEqual(["z", "a"]);
  });

  test("never looks into another episode", () => {
    const b = buildProgram();
    const p = b.prev(b.signal("x"));
    b.objective("p", p, { range: [null, null] });
    expect(valuesOf(b, { steps: xs(5) }, p)).toEqual([5]);
  });
});

describe("tracks", () => {
  test("start before the first step and go on from there", () => {
    const b = buildProgram();
    const x = b.signal("x");
    const sum = b.track("sum", b.constant(10), (before) => b.apply("add", before, x));
    const before = b.program.nodes.findIndex((node) => node.op === "previous");
    expect(valuesOf(b, { steps: xs(1, 2, 3) }, sum)).toEqual([11, 13, 16]);
    expect(valuesOf(b, { steps: xs(1, 2, 3) }, before)).toEqual([10, 11, 13]);
  });

  test("stay what they start with in the start state", () => {
    const b = buildProgram();
    const sum = b.track("sum", b.constant(10), (before) => b.apply("add", before, b.signal("x")));
    expect(valuesOf(b, { start: { x: 100 }, steps: xs(1, 2) }, sum)).toEqual([11, 13]);
    expect(valuesOf(b, { start: { x: 100 }, steps: xs(1, 2) }, b.prev(sum))).toEqual([10, 11]);
  });

  test("keep their value where the next one is unknown", () => {
    const b = buildProgram();
    const sum = b.track("sum", b.constant(0), (before) => b.apply("add", before, b.signal("x")));
    expect(valuesOf(b, { steps: xs(1, null, 3) }, sum)).toEqual([1, 1, 4]);
    const last = b.track("last", b.constant(-1), () => b.program.nodes.findIndex((node) => node.op === "signal"));
    expect(valuesOf(b, { steps: xs(null, 5, null, 6) }, last)).toEqual([-1, 5, 5, 6]);
  });

  test("of vectors: a number fills the start, each component has a memory of its own", () => {
    const b = buildProgram({ dt: 0.5 });
    const contact = b.signal("contact", { type: vectorOf(2, "bool") });
    const air = b.track(
      "air",
      b.constant(0),
      (before) => b.choose(contact, b.constant(0), b.apply("add", before, b.constant(0.5))),
      vectorOf(2),
    );
    const steps = [
      [false, true],
      [false, false],
      [true, false],
      [false, null],
    ].map((contact) => ({ contact }));
    expect(valuesOf(b, { steps }, air)).toEqual([
      [0.5, 0],
      [1, 0.5],
      [0, 1],
      [0.5, 1],
    ]);
  });

  test("may depend on each other", () => {
    const b = buildProgram();
    const one = b.constant(1);
    const fibonacci = b.node({ op: "previous", of: -1, starts: one });
    const follower = b.node({ op: "previous", of: -1, starts: b.constant(0) });
    const sum = b.node({ op: "state", args: [one, b.apply("add", fibonacci, follower)], name: "fibonacci" });
    const copy = b.node({ op: "state", args: [b.constant(0), fibonacci], name: "follower" });
    Object.assign(b.program.nodes[fibonacci], { of: sum });
    Object.assign(b.program.nodes[follower], { of: copy });
    expect(valuesOf(b, { steps: [{}, {}, {}, {}, {}] }, sum)).toEqual([1, 2, 3, 5, 8]);
    expect(valuesOf(b, { steps: [{}, {}, {}, {}, {}] }, copy)).toEqual([1, 1, 2, 3, 5]);
  });

  test("of texts and of what is known at the start", () => {
    const b = buildProgram();
    const say = b.signal("say", { type: TEXT });
    const first = b.track("first", b.constant(""), (before) => b.choose(b.apply("equal", before, b.constant("")), say, before));
    expect(valuesOf(b, { steps: [{ say: "a" }, { say: "b" }] }, first)).toEqual(["a", "a"]);
    const lives = b.signal("lives", { timing: "start" });
    const left = b.track("left", lives, (before) => b.apply("subtract", before, b.constant(1)));
    expect(valuesOf(b, { steps: [{}, {}], end: { lives: 3 } }, left)).toEqual([2, 1]);
  });

  test("advance on every step, also in a branch that is not taken", () => {
    const b = buildProgram();
    const flag = b.signal("flag", { type: BOOL });
    const count = b.track("count", b.constant(0), (before) => b.apply("add", before, b.constant(1)));
    const steps = [{ flag: false }, { flag: false }, { flag: true }];
    expect(valuesOf(b, { steps }, b.choose(flag, count, b.constant(-1)))).toEqual([-1, -1, 3]);
  });
});

test("built-in values: t, time, first, ending", () => {
  const b = buildProgram({ dt: 0.5 });
  const episode = { start: {}, steps: [{}, {}, {}] };
  expect(valuesOf(b, episode, b.builtin("t"))).toEqual([0, 1, 2]);
  expect(valuesOf(b, episode, b.builtin("time"))).toEqual([0, 0.5, 1]);
  expect(valuesOf(b, episode, b.builtin("first", BOOL))).toEqual([true, false, false]);
  expect(valuesOf(b, episode, b.builtin("ending", BOOL))).toEqual([false, false, true]);
  expect(valuesOf(b, episode, b.prev(b.builtin("t"), b.constant(-1)))).toEqual([-1, 0, 1]);
});
