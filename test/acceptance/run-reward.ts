// Runs a spec twice, by the evaluator and as emitted JavaScript, and demands the same. It must not know what is expected of it.
import { expect } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import type { Program } from "../../runtime/program.ts";
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";
import { runJavaScript } from "../emit/run-module.ts";

export function compileCleanly(text: string): Program {
  const { programs, diagnostics } = compile(text);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`);
  expect(errors, text).toEqual([]);
  return programs[0]!;
}

/** The results of all episodes together; those that share a group are compared with each other. */
export function runReward(text: string, episodes: Episode[]): EpisodeResult[] {
  const program = compileCleanly(text);
  const results = evaluate(program, episodes);
  const module = runJavaScript(printJavaScript(program));
  const emitted = module.scoreGroup ? module.scoreGroup(episodes) : episodes.map((episode) => module.score(episode));
  expect(emitted).toEqual(results);
  expect(results.flatMap(({ invalid }) => invalid)).toEqual([]);
  return results;
}
