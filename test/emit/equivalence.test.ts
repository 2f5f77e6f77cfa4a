// Three printings of one program, one meaning: evaluator, JavaScript and TypeScript agree to the bit, faults included.

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import type { Row } from "../../runtime/trajectory.ts";
import { makeEpisode, makeKnobs } from "./arbitrary-episode.ts";
import { makeProgram } from "./arbitrary-program.ts";
import { readChoices, tapes } from "./choices.ts";
import { runJavaScript, runTypeScript, type ScoreModule } from "./run-module.ts";

const RUNS = Number(process.env.TELOS_RUNS ?? 400);
/** Milliseconds after which a run that was not asked for more stops early. */
const PATIENCE = Number(process.env.TELOS_PATIENCE ?? 6_000);
const EPISODES = 4;

function check(tape: readonly number[], printed: (program: ReturnType<typeof makeProgram>) => ScoreModule): void {
  const choices = readChoices(tape);
  const program = makeProgram(choices);
  const module = printed(program);
  for (let k = 0; k < EPISODES; k++) {
    const size = module.scoreGroup === undefined || choices.chance(30) ? 1 : 2 + choices.below(3);
    const episodes = Array.from({ length: size }, () => makeEpisode(choices, program));
    if (size > 1) for (const episode of episodes) episode.group = "g";
    const knobs = makeKnobs(
      choices,
      program.params.map(({ name }) => name),
    );
    const expected = evaluate(program, episodes, knobs);
    const given = structuredClone(episodes);
    const actual = size > 1 ? module.scoreGroup!(given, knobs) : [module.score(given[0]!, knobs)];
    // isDeepStrictEqual compares numbers with Object.is: NaN equals NaN, 0 is not -0.
    if (!isDeepStrictEqual(actual, expected)) {
      expect({ knobs, episodes, results: actual }).toStrictEqual({ knobs, episodes, results: expected });
      throw new Error("results differ in a sign of zero");
    }
  }
}

it(
  "JavaScript gives what the evaluator gives",
  () => {
    fc.assert(
      fc.property(tapes(600), (tape) => check(tape, (program) => runJavaScript(printJavaScript(program)))),
      { numRuns: RUNS, interruptAfterTimeLimit: PATIENCE },
    );
  },
  2 * PATIENCE + 20_000,
);

it(
  "TypeScript gives what the evaluator gives",
  () => {
    fc.assert(
      fc.property(tapes(600), (tape) => check(tape, (program) => runTypeScript(printTypeScript(program)))),
      { numRuns: Math.ceil(RUNS / 4), interruptAfterTimeLimit: PATIENCE / 2 },
    );
  },
  2 * PATIENCE + 20_000,
);

it("`terminated` and `truncated` are what they are also where they are declared", () => {
  const { programs } = compile(`reward R {
    horizon 2 steps
    signal terminated : bool
    signal truncated : bool
    signal x : 0..1
    ends when x == 1
    objective early = if terminated then 1 else if truncated then 0.5 else 0
    objective before = if prev(terminated) then 1 else 0
  }`);
  const rows: Row[] = [
    { x: 0 },
    { x: 1 },
    { x: 1, terminated: false },
    { x: 0, terminated: true, truncated: null },
    { x: 0, truncated: true },
  ];
  const episodes = [rows, rows.slice(1, 3), rows.slice(0, 1), []].map((steps) => ({ id: "e", start: { x: 1 }, steps }));
  const module = runJavaScript(printJavaScript(programs[0]!));
  const expected = evaluate(programs[0]!, episodes);
  expect(expected.map(({ terms }) => terms.early)).toEqual([[0, 1, 0, 1, 0.5], [1, 0.5], [0], []]);
  expect(episodes.map((episode) => module.score(episode))).toEqual(expected);
});
