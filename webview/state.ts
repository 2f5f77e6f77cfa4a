// What the page shows, in one value, and who is told when it changes. It must not know the DOM or how anything is drawn.
import type { Program, Source } from "../runtime/program.ts";
import type { Knobs } from "../runtime/trajectory.ts";
import type { EpisodeSet, PageState, Sort, ToPage } from "./protocol.ts";

export interface View {
  /** The last spec that compiled; absent until the host sent one. */
  loaded?: { version: number; uri: string; file: string; program: Program; sets: EpisodeSet[] };
  broken?: { message: string; at?: Source };
  set?: string;
  episode?: string;
  step: number;
  knobs: Knobs;
  /** The term the editor's cursor stands on, and the one under the pointer here. */
  highlight: string | null;
  hovered: string | null;
  discounted: boolean;
  sort?: Sort;
}

export interface Store {
  view(): View;
  change(patch: Partial<View>): void;
  /** Called at most once per frame, after changes. */
  subscribe(paint: (view: View) => void): void;
}

export function createStore(initial: View): Store {
  let view = initial;
  let scheduled = false;
  const painters: ((view: View) => void)[] = [];
  const flush = () => {
    scheduled = false;
    for (const paint of painters) paint(view);
  };
  return {
    view: () => view,
    change: (patch) => {
      view = { ...view, ...patch };
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(flush);
    },
    subscribe: (paint) => painters.push(paint),
  };
}

export const setKey = (set: EpisodeSet): string => (set.kind === "scenarios" ? "scenarios" : `data:${set.name}`);

/** What the page starts with, from what was kept when it was last hidden. */
export function restore(saved: PageState | undefined): View {
  return {
    set: saved?.set,
    episode: saved?.episode,
    step: saved?.step ?? 0,
    knobs: saved?.knobs ?? {},
    highlight: null,
    hovered: null,
    discounted: saved?.discounted ?? false,
    sort: saved?.sort,
  };
}

/** What is worth keeping of a view. */
export function keep(view: View): PageState {
  return {
    uri: view.loaded?.uri,
    reward: view.loaded?.program.name,
    set: view.set,
    episode: view.episode,
    step: view.step,
    knobs: view.knobs,
    discounted: view.discounted,
    sort: view.sort,
  };
}

/** What a message of the host changes. A message older than what is shown changes nothing. */
export function receive(view: View, message: ToPage): Partial<View> {
  switch (message.type) {
    case "highlight":
      return { highlight: message.term };
    case "broken":
      if (view.loaded && message.version < view.loaded.version) return {};
      return { broken: { message: message.message, at: message.at } };
    case "load": {
      if (view.loaded && view.loaded.uri === message.uri && message.version < view.loaded.version) return {};
      const { version, uri, file, program, sets } = message;
      const set = sets.some((s) => setKey(s) === view.set) ? view.set : firstWithEpisodes(sets);
      return { loaded: { version, uri, file, program, sets }, broken: undefined, set, knobs: usefulKnobs(view.knobs, program) };
    }
    default:
      return {};
  }
}

function firstWithEpisodes(sets: EpisodeSet[]): string | undefined {
  const set = sets.find((s) => s.episodes.length > 0) ?? sets[0];
  return set && setKey(set);
}

/** Drops knobs whose parameter or term is gone, and those the spec has caught up with. */
function usefulKnobs(knobs: Knobs, program: Program): Knobs {
  const values = new Map(program.params.map((param) => [param.name, param.value]));
  const weights = new Map([...program.terms, ...program.shapings].map((term) => [term.name, constantOf(program, term.weight)]));
  const rest = (record: Record<string, number> | undefined, written: Map<string, number | undefined>) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([name, value]) => written.has(name) && written.get(name) !== value));
  const useful: Knobs = { params: rest(knobs.params, values), weights: rest(knobs.weights, weights) };
  if (knobs.training !== undefined) useful.training = knobs.training;
  return useful;
}

/** The value of a constant node; undefined where it has to be computed. */
export function constantOf(program: Program, node: number): number | undefined {
  const { op } = program.nodes[node];
  if (op !== "constant") return undefined;
  const { value } = program.nodes[node] as { value: unknown };
  return typeof value === "number" ? value : undefined;
}

export function isChanged(knobs: Knobs): boolean {
  return (
    Object.keys(knobs.params ?? {}).length > 0 || Object.keys(knobs.weights ?? {}).length > 0 || knobs.training !== undefined
  );
}
