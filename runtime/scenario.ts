// A scenario → the trajectory it describes. It must not know what the program pays for it.
import { emptyBlock } from "./block.ts";
import { cellOf } from "./cells.ts";
import { STEP } from "./columns.ts";
import { inspect } from "./inspect.ts";
import { makePlan } from "./plan.ts";
import type { NodeId, Program, Scenario, ScenarioEntry, SignalDeclaration, Timing, ValueType } from "./program.ts";
import type { Episode, Knobs, Row, Value } from "./trajectory.ts";

/** Steps of a scenario at most, so that a slip of the keyboard cannot exhaust the memory. */
const MOST_STEPS = 1_000_000;

/** The values of an entry, row by row. */
interface Played {
  /** The same on every row. */
  steady: boolean;
  at(row: number): Value;
}

/**
 * Plays a scenario: one step where it has no segments, else theirs in order, up to and including the first step on which an
 * `ends` condition holds. Values known once per episode are in `end`.
 */
export function scenarioEpisode(program: Program, scenario: Scenario, knobs: Knobs = {}): Episode {
  const segmentOf: number[] = [];
  scenario.segments.forEach((segment, s) => {
    for (let i = 0; i < segment.steps && segmentOf.length < MOST_STEPS; i++) segmentOf.push(s);
  });
  const rows = scenario.segments.length === 0 ? 1 : segmentOf.length;
  const played = playEntries(program, scenario, segmentOf, rows, knobs);
  const entriesOf = (signal: SignalDeclaration, row: number): ScenarioEntry[] =>
    [...scenario.entries, ...(scenario.segments[segmentOf[row]]?.entries ?? [])].filter((entry) => entry.signal === signal.name);
  const once = (timings: readonly Timing[], row: number): Row =>
    Object.fromEntries(
      program.signals
        .filter((signal) => timings.includes(signal.timing))
        .map((signal) => [signal.name, signalValue(signal, entriesOf(signal, row), row, played)]),
    );

  const steps = Array.from({ length: rows }, (): Row => ({}));
  for (const signal of program.signals) {
    if (signal.timing === "step") fillSteps(signal, steps, segmentOf, (row) => entriesOf(signal, row), played);
  }
  const episode: Episode = { id: scenario.name, steps, origin: { scenario: scenario.name } };
  // Conditions that end an episode may read what is known at its start.
  episode.end = once(["start"], 0);
  steps.splice(lengthOf(program, episode, knobs));
  if (steps.length > 0) Object.assign(episode.end, once(["end", "group"], steps.length - 1));
  if (Object.keys(episode.end).length === 0) delete episode.end;
  return episode;
}

/** Values that do not move are worked out once per segment and shared by its rows. */
function fillSteps(
  signal: SignalDeclaration,
  steps: Row[],
  segmentOf: number[],
  entriesOf: (row: number) => ScenarioEntry[],
  played: ReadonlyMap<NodeId, Played>,
): void {
  for (let from = 0; from < steps.length; ) {
    let to = from + 1;
    while (to < steps.length && segmentOf[to] === segmentOf[from]) to++;
    const entries = entriesOf(from);
    const steady = entries.every(({ node }) => played.get(node)!.steady);
    const shared = signalValue(signal, entries, from, played);
    for (let row = from; row < to; row++) steps[row][signal.name] = steady ? shared : signalValue(signal, entries, row, played);
    from = to;
  }
}

/** Steps up to and including the first on which the episode ends. */
export function lengthOf(program: Program, episode: Episode, knobs: Knobs): number {
  if (program.ends.length === 0) return episode.steps.length;
  const conditions = inspect(
    program,
    episode,
    program.ends.map((end) => end.node),
    knobs,
  );
  const ends = conditions.map((values) => values.indexOf(true)).filter((step) => step >= 0);
  return Math.min(episode.steps.length, ...ends.map((step) => step + 1));
}

/** Computes all entries on all rows; `t` counts the steps of the scenario, `segment_step` those of the segment. */
function playEntries(
  program: Program,
  scenario: Scenario,
  segmentOf: number[],
  rows: number,
  knobs: Knobs,
): ReadonlyMap<NodeId, Played> {
  const entries = [...scenario.entries, ...scenario.segments.flatMap((segment) => segment.entries)];
  const nodes = [...new Set(entries.map(({ node }) => node))];
  const plan = makePlan(program, { nodes: nodes.map((id) => ({ id })) });
  const firstRow = scenario.segments.map((_, s) => segmentOf.indexOf(s));
  plan.current.knobs = knobs;
  plan.current.read = (node, row) => {
    if (node.op !== "builtin") return undefined;
    const segment = segmentOf[row];
    if (node.name === "segment_step") return segment === undefined ? row : row - firstRow[segment];
    return node.name === "segment_steps" ? (scenario.segments[segment]?.steps ?? 1) : undefined;
  };
  plan.prepare();
  plan.run(emptyBlock(rows));
  const played = nodes.map((id): [NodeId, Played] => {
    const column = plan.column(id);
    const { type } = program.nodes[id];
    if (column.lane === STEP) return [id, { steady: false, at: (row) => cellOf(column, row, type) }];
    const value = cellOf(column, 0, type);
    return [id, { steady: true, at: () => value }];
  });
  return new Map(played);
}

/** Later entries win over earlier ones, a component over the rest of its vector. */
function signalValue(
  signal: SignalDeclaration,
  entries: ScenarioEntry[],
  row: number,
  played: ReadonlyMap<NodeId, Played>,
): Value {
  let value = unmentioned(signal);
  for (const entry of entries) {
    const given = played.get(entry.node)!.at(row);
    if (entry.component === undefined) value = asType(given, signal.type);
    else if (Array.isArray(value)) value = value.with(entry.component, asType(given, elementOf(signal.type)));
  }
  return value;
}

const elementOf = (type: ValueType): ValueType => (type.kind === "vector" ? { kind: type.of } : type);

/** A number or truth value for a vector fills it; 1 and 0 become truth values where these are declared. */
function asType(value: Value, type: ValueType): Value {
  if (type.kind === "vector") {
    const all = Array.isArray(value) ? value : new Array<Value>(type.size).fill(value);
    return all.map((element) => asType(element, elementOf(type)));
  }
  if (type.kind === "bool" && typeof value === "number") return value === 1 ? true : value === 0 ? false : null;
  return type.kind === "number" && typeof value === "boolean" ? Number(value) : value;
}

/** What a signal is where a scenario does not say: its `default`, else the least remarkable value of its type. */
export function unmentioned(signal: SignalDeclaration): Value {
  const { tags, type, range } = signal;
  if (tags.default !== undefined) return asType(tags.default, type);
  const [lo, hi] = range ?? [null, null];
  const nearestToZero = Math.min(Math.max(0, lo ?? Number.NEGATIVE_INFINITY), hi ?? Number.POSITIVE_INFINITY);
  switch (type.kind) {
    case "bool":
      return false;
    case "text":
      return type.alternatives?.[0] ?? "";
    case "list":
      return [];
    case "vector":
      // The orientation that turns nothing; a quaternion of zeros is none.
      if (type.order !== undefined && nearestToZero === 0) return type.order === "wxyz" ? [1, 0, 0, 0] : [0, 0, 0, 1];
      return new Array<Value>(type.size).fill(type.of === "bool" ? false : nearestToZero);
    default:
      return nearestToZero;
  }
}

/** The samples of every scenario group, as episodes of one group: `G[0]`, `G[1]` … of the group `G`. */
export function groupEpisodes(program: Program, knobs: Knobs = {}): Episode[] {
  const named = new Map(program.scenarios.map((scenario) => [scenario.name, scenario]));
  return program.groups.flatMap(({ name, members }) =>
    members.flatMap((member, index) => {
      const scenario = named.get(member);
      return scenario === undefined
        ? []
        : [{ ...scenarioEpisode(program, scenario, knobs), id: `${name}[${index}]`, group: name }];
    }),
  );
}

/** Everything the spec shows of itself: its scenarios, then the samples of its groups. */
export function shownEpisodes(program: Program, knobs: Knobs = {}): Episode[] {
  const shown = program.scenarios.filter(({ hidden }) => !hidden);
  return [...shown.map((scenario) => scenarioEpisode(program, scenario, knobs)), ...groupEpisodes(program, knobs)];
}
