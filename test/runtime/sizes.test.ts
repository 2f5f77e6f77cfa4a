// Many episodes, long episodes, deep expressions: blocks, tiles and memory that is shared.
import { expect, test } from "vitest";
import { evaluate, prepare } from "../../runtime/evaluate.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { buildProgram } from "./build-program.ts";

function walking() {
  const b = buildProgram({ discount: 0.99, group: 2 });
  const x = b.signal("x");
  const change = b.apply("subtract", x, b.prev(x));
  b.penalty("jerk", b.apply("power", change, b.constant(2)), { range: [0, 1e9] });
  const sum = b.track("sum", b.constant(0), (before) => b.apply("add", before, x));
  b.objective("far", b.apply("max", sum, b.constant(0)), { weight: b.constant(0.5), range: [0, 1e9] });
  const mean = b.aggregate("mean", "steps", x);
  b.objective("relative", b.apply("subtract", mean, b.aggregate("mean", "group", mean)), { timing: "group" });
  b.goal("mean", mean);
  return b.program;
}

const episodes = (count: number, length: number): Episode[] =>
  Array.from({ length: count }, (_, e) => ({
    id: `e${e}`,
    group: `g${e % Math.ceil(count / 2)}`,
    ...(e % 3 === 0 ? { start: { x: e } } : {}),
    steps: Array.from({ length: length + (e % 5) }, (_, t) => ({ x: ((t * 7 + e * 3) % 11) - 4 })),
  }));

test("an episode pays the same alone and among many", () => {
  for (const [count, length] of [
    [3000, 1],
    [40, 300],
    [4, 5000],
  ]) {
    const many = episodes(count, length);
    const results = evaluate(walking(), many);
    expect(results.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    for (const at of [0, 1, count - 1]) {
      const group = many.filter((episode) => episode.group === many[at].group);
      expect(results[at]).toEqual(evaluate(walking(), group).find(({ id }) => id === many[at].id));
    }
  }
});

test("a run over other episodes does not disturb what is kept of the first", () => {
  const runner = prepare(walking());
  const few = episodes(6, 700);
  const before = runner.run(few);
  runner.run(episodes(9, 30));
  expect(runner.run(few)).toEqual(before);
  const weights = { far: 2 };
  expect(runner.run(few, { weights })).toEqual(evaluate(walking(), few, { weights }));
  expect(before).toEqual(evaluate(walking(), few));
});

test("the same episodes again are not read again", () => {
  const few = episodes(3, 10);
  let reads = 0;
  const watched = few.map((episode) => ({
    ...episode,
    steps: episode.steps.map((row) => ({
      get x() {
        reads++;
        return row.x;
      },
    })),
  }));
  const runner = prepare(walking());
  runner.run(watched);
  const once = reads;
  runner.run(watched, { weights: { far: 3 } });
  runner.run(watched, { weights: { far: 4 }, params: {} });
  expect(reads).toBe(once);
});

test("ten thousand summands need no deep stack", () => {
  const b = buildProgram();
  const x = b.signal("x");
  let sum = x;
  for (let i = 0; i < 10_000; i++) sum = b.apply("add", sum, x);
  b.objective("many", sum, { range: [0, 1e9] });
  expect(evaluate(b.program, [{ id: "e", steps: [{ x: 1 }] }])[0].return).toBe(10_001);
});

test("no episodes, no results", () => {
  expect(evaluate(walking(), [])).toEqual([]);
  expect(prepare(walking()).totals([])).toEqual([]);
});
