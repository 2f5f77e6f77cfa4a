// Runs made-up episodes through the evaluator; only what it confirms may be shown as a witness. It must not know rules.

import type { Witness } from "../../compiler/diagnostics.ts";
import { prepare, type Runner } from "../../runtime/evaluate.ts";
import type { Program } from "../../runtime/program.ts";
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";

const runners = new WeakMap<Program, Runner>();

/** Results in the order of the episodes. A program is planned once. */
export function playEpisodes(program: Program, episodes: readonly Episode[]): EpisodeResult[] {
  const runner = runners.get(program) ?? prepare(program);
  runners.set(program, runner);
  return runner.run(episodes);
}

/** Nothing in it was out of range, missing or could not be computed, or is assumed not to happen. */
export function isClean(result: EpisodeResult): boolean {
  if ((result.assumptions ?? []).length > 0) return false;
  return result.invalid.length === 0 && result.unshaped !== null && result.discounted !== null;
}

/**
 * A witness that `episode` out-earns `honest`, both with and without discounting; undefined where the evaluator does not agree
 * or met a fault. `explain` gets both undiscounted returns without shaping.
 */
export function confirmWitness(
  program: Program,
  episode: Episode,
  honest: Episode,
  explain: (earned: number, honestly: number, results: [EpisodeResult, EpisodeResult]) => string,
): Witness | undefined {
  const [result, other] = playEpisodes(program, [episode, honest]);
  if (result === undefined || other === undefined || !isClean(result) || !isClean(other)) return undefined;
  const [earned, honestly] = [result.unshaped!, other.unshaped!];
  if (!(earned > honestly) || !(result.discounted! > other.discounted!)) return undefined;
  return { episode, honest, return: earned, honestReturn: honestly, explanation: explain(earned, honestly, [result, other]) };
}
