// What is paid where nothing is reported: every signal quiet, texts empty, what may be missing missing. It must not know rules.
import { oneRecord } from "../witness/build-episode.ts";
import { isClean, playEpisodes } from "../witness/play-episodes.ts";
import { referenceTexts } from "../witness/reference-texts.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";

export interface Silence {
  /** The undiscounted return without shaping. */
  pay: number;
  /** What each term pays. */
  terms: ReadonlyMap<string, number>;
  goal: unknown;
}

/** Undefined where that record meets a fault, or where what is paid cannot be told from one record. */
export const silenceOf = factOf((facts: Facts): Silence | undefined => {
  const { program } = facts;
  const missing = Object.fromEntries(program.signals.filter(({ optional }) => optional).map(({ name }) => [name, null]));
  const [result] = playEpisodes(program, [oneRecord(program, "silent", { ...referenceTexts(facts), ...missing })]);
  if (result === undefined || !isClean(result)) return undefined;
  const terms = new Map(Object.entries(result.terms).map(([name, values]) => [name, values.reduce((sum, x) => sum + x, 0)]));
  return { pay: result.unshaped!, terms, goal: result.goal };
});
