// Evaluates a set of episodes in slices, the selected one first, so that a slider repaints at frame rate however long the log.
// It must not know the DOM. `again` asks for another frame while slices are left.
import type { Program } from "../runtime/program.ts";
import type { Episode, EpisodeResult, Knobs } from "../runtime/trajectory.ts";
import { isChanged } from "./state.ts";

type Results = (EpisodeResult | undefined)[];
/** How a program is made ready to run; it runs fast again where it is given the same array of episodes. */
export type Prepare = (program: Program) => { run(episodes: readonly Episode[], knobs?: Knobs): EpisodeResult[] };

export interface Wanted {
  program: Program;
  episodes: Episode[];
  knobs: Knobs;
  /** The episodes as the spec says, where a parameter changes a scenario; else the same array. */
  written: Episode[];
  /** The episode to do at once. */
  first: number;
}

export interface Evaluation {
  of(wanted: Wanted): { results: Results; baseline: Results };
}

const STEPS_PER_SLICE = 16_000;
/** Slices that keep their inputs between runs; further ones are read again each time, to bound memory. */
const KEEP_SLICES = 64;
const NO_KNOBS: Knobs = {};

/** `budget` in milliseconds per call of `of`; the slice with the episode `first` is always done. */
export function createEvaluation(prepare: Prepare, again: () => void, budget = 12): Evaluation {
  let baseline: Sweep | undefined;
  let current: Sweep | undefined;
  return {
    of({ program, episodes, knobs, written, first }) {
      if (baseline?.program !== program || baseline.episodes !== written) {
        baseline = startSweep(program, written, NO_KNOBS, prepareSlices(program, written, prepare));
        current = undefined;
      }
      if (!isChanged(knobs)) current = baseline;
      else if (current?.episodes !== episodes || current.knobs !== knobs) {
        const slices = [baseline, current].find((sweep) => sweep?.episodes === episodes)?.slices;
        const before = current ?? baseline;
        current = startSweep(program, episodes, knobs, slices ?? prepareSlices(program, episodes, prepare));
        if (before.results.length === episodes.length) current.results = before.results.slice();
      }
      const until = performance.now() + budget;
      advance(baseline, first, until);
      if (current !== baseline) advance(current, first, until);
      if (isOpen(baseline) || isOpen(current)) again();
      return { results: current.results, baseline: baseline.results };
    },
  };
}

interface Sweep {
  program: Program;
  episodes: Episode[];
  knobs: Knobs;
  slices: Slices;
  results: Results;
  /** Slices evaluated with these knobs. */
  done: Set<number>;
}

function startSweep(program: Program, episodes: Episode[], knobs: Knobs, slices: Slices): Sweep {
  return { program, episodes, knobs, slices, results: episodes.map(() => undefined), done: new Set() };
}

const isOpen = ({ slices, done }: Sweep) => done.size < slices.slices.length;

function advance(sweep: Sweep, first: number, until: number) {
  if (!isOpen(sweep)) return;
  const { slices, of } = sweep.slices;
  for (const index of [of[first] ?? 0, ...slices.keys()]) {
    if (sweep.done.has(index)) continue;
    const { from, run } = slices[index];
    run(sweep.knobs).forEach((result, i) => {
      sweep.results[from + i] = result;
    });
    sweep.done.add(index);
    if (performance.now() > until) return;
  }
}

interface Slice {
  from: number;
  run: (knobs: Knobs) => EpisodeResult[];
}
interface Slices {
  slices: Slice[];
  /** Slice of each episode. */
  of: number[];
}

function prepareSlices(program: Program, episodes: Episode[], prepare: Prepare): Slices {
  const { ranges, of } = sliceEpisodes(program, episodes);
  const shared = ranges.length > KEEP_SLICES ? prepare(program) : undefined;
  const slices = ranges.map(([from, to], index): Slice => {
    const own = from === 0 && to === episodes.length ? episodes : episodes.slice(from, to);
    let runner = index >= KEEP_SLICES ? shared : undefined;
    return {
      from,
      run: (knobs) => {
        runner ??= prepare(program);
        return runner.run(own, knobs);
      },
    };
  });
  return { slices, of };
}

/** Slices of some thousand steps; samples of one group stay together, because their values may depend on each other. */
function sliceEpisodes(program: Program, episodes: Episode[]): { ranges: [from: number, to: number][]; of: number[] } {
  const grouped = program.settings.group > 1 || program.nodes.some((node) => node.op === "aggregate" && node.axis === "group");
  const contiguous = !grouped || areContiguous(episodes);
  const ranges: [from: number, to: number][] = [];
  const of: number[] = [];
  let from = 0;
  let steps = 0;
  episodes.forEach((episode, index) => {
    const sameGroup = grouped && index > 0 && episode.group !== undefined && episode.group === episodes[index - 1].group;
    if (contiguous && steps >= STEPS_PER_SLICE && !sameGroup) {
      ranges.push([from, index]);
      from = index;
      steps = 0;
    }
    of.push(ranges.length);
    steps += Math.max(1, episode.steps.length);
  });
  if (episodes.length > 0) ranges.push([from, episodes.length]);
  return { ranges, of };
}

function areContiguous(episodes: Episode[]): boolean {
  const closed = new Set<string>();
  let group: string | undefined;
  for (const episode of episodes) {
    if (episode.group === group) continue;
    if (group !== undefined) closed.add(group);
    if (episode.group !== undefined && closed.has(episode.group)) return false;
    group = episode.group;
  }
  return true;
}
