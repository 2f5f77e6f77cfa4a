// Three printings of one program, one meaning: evaluator, JavaScript and TypeScript agree to the bit, faults included.

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { makeEpisode, makeKnobs } from "./arbitrary-episode.ts";
import { makeProgram } from "./arbitrary-program.ts";
import { readChoices, tapes } from "./choices.ts";
import { runJavaScript, runTypeScript, type ScoreModule } from "./run-module.ts";

const RUNS = Number(process.env.TELOS_RUNS ?? 400);
const EPISODES = 4;

function check(tape: readonly number[], printed: (program: ReturnType<typeof makeProgram>) => ScoreModule): void {
  const choices = readChoices(tape);
  const program = makeProgram(choices);
  const module = printed(program);
  for (let k = 0; k < EPISODES; k++) {
    const episode = makeEpisode(choices, program);
    const knobs = makeKnobs(
      choices,
      program.params.map(({ name }) => name),
    );
    const [expected] = evaluate(program, [episode], knobs);
    const actual = module.score(structuredClone(episode), knobs);
    // isDeepStrictEqual compares numbers with Object.is: NaN equals NaN, 0 is not -0.
    if (!isDeepStrictEqual(actual, expected)) {
      expect({ knobs, episode, result: actual }).toStrictEqual({ knobs, episode, result: expected });
      throw new Error("results differ in a sign of zero");
    }
  }
}

it("JavaScript gives what the evaluator gives", () => {
  fc.assert(
    fc.property(tapes(600), (tape) => check(tape, (program) => runJavaScript(printJavaScript(program)))),
    { numRuns: RUNS, interruptAfterTimeLimit: 6_000 },
  );
});

it("TypeScript gives what the evaluator gives", () => {
  fc.assert(
    fc.property(tapes(600), (tape) => check(tape, (program) => runTypeScript(printTypeScript(program)))),
    { numRuns: Math.ceil(RUNS / 4), interruptAfterTimeLimit: 3_000 },
  );
});
