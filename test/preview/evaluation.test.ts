// The page's evaluation in slices: the selected episode at once, the rest as time allows, the same numbers in the end.
import { expect, test } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { evaluate, prepare } from "../../runtime/evaluate.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { createEvaluation } from "../../webview/evaluation.ts";
import { at, createInspector } from "../../webview/inspection.ts";

const [program] = compile(`reward Slide {
  horizon 100 steps
  signal x : -1..1 from environment
  signal goal_at : vector(2) in -1..1 at start from environment
  param sigma : 0.1..2 = 0.5
  let off = [x, 0] - goal_at
  objective near weight 2 = exp(-sumsq(off) / sigma)
  penalty swing = abs(delta(x))
}`).programs;

const episodes: Episode[] = Array.from({ length: 40 }, (_, k) => ({
  id: `e${k}`,
  steps: Array.from({ length: 1000 }, (_, i) => ({ x: Math.sin(i * (k + 1)) })),
  end: { goal_at: [0.5, 0] },
}));

test("the selected episode is there at once, all of them after a few frames", () => {
  let asked = 0;
  const evaluation = createEvaluation(prepare, () => asked++, 0);
  const wanted = { program, episodes, knobs: { weights: { near: 3 } }, written: episodes, first: 35 };
  const { results, baseline } = evaluation.of(wanted);
  expect(results[35]?.return).toBe(evaluate(program, [episodes[35]], wanted.knobs)[0].return);
  expect(baseline[35]?.return).toBe(evaluate(program, [episodes[35]])[0].return);
  expect(results[0]).toBeUndefined();
  for (let frames = 0; frames < 10 && asked > 0; frames++) {
    asked = 0;
    evaluation.of(wanted);
  }
  expect(asked).toBe(0);
  expect(results.map((result) => result?.return)).toEqual(
    evaluate(program, episodes, wanted.knobs).map((result) => result.return),
  );
});

test("while a knob moves, episodes not done yet keep their last result", () => {
  const evaluation = createEvaluation(prepare, () => {}, 1e9);
  const wanted = { program, episodes, written: episodes, first: 0 };
  const before = evaluation.of({ ...wanted, knobs: {} }).results.map((result) => result?.return);
  const hasty = createEvaluation(prepare, () => {}, 0);
  for (let k = 0; k < 5; k++) hasty.of({ ...wanted, knobs: {} });
  const { results } = hasty.of({ ...wanted, knobs: { params: { sigma: 1 } } });
  expect(results[39]?.return).toBe(before[39]);
  expect(results[0]?.return).not.toBe(before[0]);
});

test("samples of one group are evaluated together, in whatever order they come", () => {
  const [grouped] = compile(`reward Rank {
    group 2
    signal score : 0..1 from model("rm")
    objective above = score - mean(score) over group
  }`).programs;
  const samples: Episode[] = [0.1, 0.5, 0.9, 0.3].map((score, k) => ({ id: `s${k}`, group: `g${k % 2}`, steps: [{ score }] }));
  const { results } = createEvaluation(prepare, () => {}, 1e9).of({
    program: grouped,
    episodes: samples,
    knobs: {},
    written: samples,
    first: 0,
  });
  expect(results.map((result) => Number(result?.return?.toFixed(6)))).toEqual([-0.4, 0.1, 0.4, -0.1]);
});

test("an inspection shows values before they are weighted, and vectors by component", () => {
  const inspect = createInspector(prepare);
  const inspection = inspect(program, episodes, 3, { params: { sigma: 1 } });
  const x = Math.sin(7 * 4);
  expect(at(inspection.values.near, 7)).toBeCloseTo(Math.exp(-((x - 0.5) ** 2)), 12);
  expect(at(inspection.weights.near, 7)).toBe(2);
  const off = inspection.named.find(({ name }) => name === "off");
  expect(off?.components.map((series) => at(series, 7))).toEqual([x - 0.5, 0]);
  expect(inspect(program, episodes, 3, { params: { sigma: 1 }, weights: { near: 5 } })).not.toBe(undefined);
});
