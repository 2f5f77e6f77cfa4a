// The author's own idea of doing it right: the scenario that reaches most of the goals. It must not know rules.
import type { Program, Scenario } from "../../runtime/program.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";
import type { Facts } from "../facts/facts.ts";
import { factOf } from "../facts/remember.ts";
import { isClean, playEpisodes } from "./play-episodes.ts";

/** What somebody did, what it paid and how much of each goal it reached; a bool goal is 1 or 0. */
export interface Played {
  episode: Episode;
  result: EpisodeResult;
  paid: number;
  discounted: number;
  goals: readonly number[];
}

/** Steps of the first scenario and of all together, in the order written, and nodes above which none is played: somebody is typing. */
const FIRST_STEPS = 2_000;
const MOST_STEPS = 1_000;
const MOST_NODES = 1_500;

/** Of the scenarios that no other one surpasses in every goal the one that pays most; undefined without goals or scenarios. */
export const honestReference = factOf(({ program }: Facts): Played | undefined => {
  if (program.goals.length === 0 || program.scenarios.length === 0) return undefined;
  if (program.nodes.length > MOST_NODES) return undefined;
  const { horizon = Number.POSITIVE_INFINITY } = program.settings;
  const episodes = affordable(program.scenarios).map((scenario) => scenarioEpisode(program, scenario));
  const played = playAll(
    program,
    episodes.filter((episode) => episode.steps.length > 0 && episode.steps.length <= horizon),
  );
  const best = played.filter((one) => !played.some((other) => lessWanted(one, other)));
  return best.toSorted((a, b) => b.paid - a.paid)[0];
});

function affordable(scenarios: readonly Scenario[]): Scenario[] {
  let taken = 0;
  return scenarios.filter(({ hidden, segments }) => {
    const steps = segments.reduce((sum, part) => sum + part.steps, 0);
    if (hidden === true || taken + steps > (taken === 0 ? FIRST_STEPS : MOST_STEPS)) return false;
    taken += Math.max(1, steps);
    return true;
  });
}

/** Those without a fault, in order. */
export function playAll(program: Program, episodes: readonly Episode[]): Played[] {
  return playEpisodes(program, episodes).flatMap((result, index) => {
    const goals = goalsOf(program, result);
    if (!isClean(result) || goals === undefined) return [];
    return [{ episode: episodes[index]!, result, paid: result.unshaped!, discounted: result.discounted!, goals }];
  });
}

function goalsOf(program: Program, { goal }: EpisodeResult): number[] | undefined {
  const values = program.goals.map(({ name }) => (goal !== null && typeof goal === "object" ? goal[name] : goal));
  const numbers = values.flatMap((value) => (value === null || value === undefined ? [] : [Number(value)]));
  return numbers.length === values.length ? numbers : undefined;
}

/** Sums over many steps carry the rounding of their additions. */
const ROUNDING = 1e-9;

export function isLess(a: number, b: number): boolean {
  return a < b - ROUNDING * Math.max(1, Math.abs(a), Math.abs(b));
}

/** It reaches less of one goal and not more of any. */
export function lessWanted(one: Played, other: Played): boolean {
  return (
    one.goals.some((value, index) => isLess(value, other.goals[index]!)) &&
    one.goals.every((value, index) => !isLess(other.goals[index]!, value))
  );
}
