// A scenario → the trajectory it describes. It must not know what the program pays for it.
import { layOut } from "./block.ts";
import { cellOf } from "./cells.ts";
import { STEP } from "./columns.ts";
import { inspect } from "./inspect.ts";
import { makePlan } from "./plan.ts";
import type { NodeId, Program, Scenario, ScenarioEntry, SignalDeclaration, ValueType } from "./program.ts";
import type { Episode, Knobs, Row, Value } from "./trajectory.ts";

/** Steps of a scenario at most, so that a slip of the keyboard cannot exhaust the memory. */
const MOST_STEPS = 1_000_000;

/** The value of a node on a row of the scenario. */
type At = (node: NodeId, row: number) => Value;

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
  const at = playEntries(program, scenario, segmentOf, rows, knobs);
  const entriesOn = (row: number): ScenarioEntry[] => [
    ...scenario.entries,
    ...(scenario.segments[segmentOf[row]]?.entries ?? []),
  ];
  const rowOf = (signals: SignalDeclaration[], row: number): Row =>
    Object.fromEntries(signals.map((signal) => [signal.name, signalValue(signal, entriesOn(row), row, at)]));

  const onSteps = program.signals.filter((signal) => signal.timing === "step");
  const atStart = program.signals.filter((signal) => signal.timing === "start");
  const atEnd = program.signals.filter((signal) => signal.timing === "end" || signal.timing === "group");
  const steps = Array.from({ length: rows }, (_, row) => rowOf(onSteps, row));
  const episode: Episode = { id: scenario.name, steps, origin: { scenario: scenario.name } };
  // Conditions that end an episode may read what is known at its start.
  episode.end = rowOf(atStart, 0);
  steps.splice(lengthOf(program, episode, knobs));
  Object.assign(episode.end, steps.length === 0 ? {} : rowOf(atEnd, steps.length - 1));
  if (Object.keys(episode.end).length === 0) delete episode.end;
  return episode;
}

/** Steps up to and including the first on which the episode ends. */
function lengthOf(program: Program, episode: Episode, knobs: Knobs): number {
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
function playEntries(program: Program, scenario: Scenario, segmentOf: number[], rows: number, knobs: Knobs): At {
  const entries = [...scenario.entries, ...scenario.segments.flatMap((segment) => segment.entries)];
  const plan = makePlan(program, { nodes: entries.map(({ node }) => ({ id: node, lane: STEP })) });
  const firstRow = scenario.segments.map((_, s) => segmentOf.indexOf(s));
  const episode: Episode = { id: scenario.name, steps: Array.from({ length: rows }, () => ({})) };
  const nothing = new Float64Array(rows).fill(Number.NaN);
  plan.current.knobs = knobs;
  plan.current.read = (node, row) => {
    if (node.op !== "builtin") return undefined;
    const segment = segmentOf[row];
    if (node.name === "segment_step") return segment === undefined ? row : row - firstRow[segment];
    return node.name === "segment_steps" ? (scenario.segments[segment]?.steps ?? 1) : undefined;
  };
  plan.prepare();
  plan.run({
    frame: layOut([episode]),
    episodes: [episode],
    inputs: new Map(),
    recordedTerminated: nothing,
    recordedTruncated: nothing,
    invalid: [[]],
  });
  const columns = new Map(entries.map(({ node }) => [node, plan.column(node, STEP)]));
  return (node, row) => cellOf(columns.get(node)!, row, program.nodes[node].type);
}

/** Later entries win over earlier ones, a component over the rest of its vector. */
function signalValue(signal: SignalDeclaration, entries: ScenarioEntry[], row: number, at: At): Value {
  let value = unmentioned(signal);
  for (const entry of entries) {
    if (entry.signal !== signal.name) continue;
    const given = asType(at(entry.node, row), entry.component === undefined ? signal.type : elementOf(signal.type));
    if (entry.component === undefined) value = given;
    else if (Array.isArray(value)) value = value.with(entry.component, given);
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
      return new Array<Value>(type.size).fill(type.of === "bool" ? false : nearestToZero);
    default:
      return nearestToZero;
  }
}
