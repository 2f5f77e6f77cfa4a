// Everything the panels draw, derived from the view: results, selection, terms with their appearance. It must not know the DOM.
import type { Program, Source } from "../runtime/program.ts";
import type { Episode, EpisodeResult } from "../runtime/trajectory.ts";
import type { Evaluation } from "./evaluation.ts";
import { type Slot, slotOf } from "./palette.ts";
import type { EpisodeSet } from "./protocol.ts";
import { createScenarioPlayer } from "./scenarios.ts";
import { isChanged, setKey, type View } from "./state.ts";

/** A term or a shaping: something that pays, with its appearance. */
export interface Pay {
  name: string;
  role: "objective" | "penalty" | "shaping";
  index: number;
  slot: Slot;
  rate?: "step" | "second" | "once";
  doc?: string;
  source: Source;
  /** Node of the weight. */
  weight: number;
}

export interface Picture {
  view: View;
  program: Program;
  pays: Pay[];
  set?: EpisodeSet;
  episodes: Episode[];
  /** With the knobs as they stand. Undefined where an episode is still to be evaluated. */
  results: (EpisodeResult | undefined)[];
  /** As the spec is written. */
  baseline: (EpisodeResult | undefined)[];
  /** The term to emphasise; the others are dimmed. */
  highlight: string | null;
  /** Some knob differs from the spec. */
  changed: boolean;
  /** Of the selected episode, -1 where there is none. */
  index: number;
  episode?: Episode;
  result?: EpisodeResult;
  base?: EpisodeResult;
  /** Of the selected episode, always a step it has. */
  step: number;
}

const NO_EPISODES: Episode[] = [];

/** Derives a picture from a view; parts that did not change keep their identity. */
export function createPicture(evaluation: Evaluation): (view: View) => Picture | undefined {
  const scenarios = createScenarioPlayer();
  let pays: Pay[] = [];
  let paysOf: Program | undefined;
  return (view) => {
    if (!view.loaded) return undefined;
    const { program, sets } = view.loaded;
    if (paysOf !== program) {
      pays = describePays(program);
      paysOf = program;
    }
    const set = sets.find((s) => setKey(s) === view.set) ?? sets[0];
    const written = set?.episodes ?? NO_EPISODES;
    const episodes = set?.kind === "scenarios" ? scenarios.of(program, written, view.knobs) : written;
    const index = episodes.length === 0 ? -1 : Math.max(0, indexOf(episodes, view.episode));
    const { results, baseline } = evaluation.of({ program, episodes, knobs: view.knobs, written, first: index });
    const episode = episodes[index];
    const last = Math.max(0, (episode?.steps.length ?? 1) - 1);
    return {
      view,
      program,
      pays,
      set,
      episodes,
      results,
      baseline,
      highlight: emphasised(pays, view),
      changed: isChanged(view.knobs),
      index,
      episode,
      result: results[index],
      base: baseline[index],
      step: Math.min(Math.max(0, view.step), last),
    };
  };
}

function emphasised(pays: Pay[], { hovered, highlight }: View): string | null {
  const name = hovered ?? highlight;
  return pays.some((pay) => pay.name === name) ? name : null;
}

const indexOf = (episodes: Episode[], id: string | undefined) => episodes.findIndex((episode) => episode.id === id);

function describePays(program: Program): Pay[] {
  const terms = program.terms.map((term) => ({ ...term, role: term.role as Pay["role"] }));
  const shapings = program.shapings.map((shaping) => ({ ...shaping, role: "shaping" as const, rate: undefined }));
  return [...terms, ...shapings].map(({ name, role, rate, doc, source, weight }, index) => ({
    name,
    role,
    index,
    slot: slotOf(index),
    rate,
    doc,
    source,
    weight,
  }));
}

const known = new WeakMap<EpisodeResult, number[]>();
const NO_TOTALS: number[] = [];

/** What each term pays over a whole episode, in the order of the terms; empty where it is not evaluated yet. */
export function totalsOf(pays: readonly Pay[], result: EpisodeResult | undefined): number[] {
  if (!result) return NO_TOTALS;
  let totals = known.get(result);
  if (!totals || totals.length !== pays.length) {
    totals = pays.map(({ name }) => sum(result.terms[name] ?? []));
    known.set(result, totals);
  }
  return totals;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** What the log recorded as the episode's return, where it recorded every step. */
export function recordedReturn(episode: Episode): number | null {
  if (!episode.recorded || episode.recorded.length === 0) return null;
  let sum = 0;
  for (const reward of episode.recorded) {
    if (reward === null) return null;
    sum += reward;
  }
  return sum;
}

/** Whether the goal was reached; a number where the goal is one; null where nothing can be said. */
export function goalOf(result: EpisodeResult | undefined): boolean | number | null {
  const goal = result?.goal;
  if (goal === null || goal === undefined || typeof goal !== "object") return goal ?? null;
  const values = Object.values(goal);
  if (values.length === 0) return null;
  if (values.every((value) => value === true)) return true;
  return values.some((value) => value === null) ? null : false;
}
