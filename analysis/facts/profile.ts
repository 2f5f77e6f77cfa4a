// Pay and goal followed along one number signal, everything else held still: where pay is flat, where it jumps, and how far the
// goal moves meanwhile. By running single records. It must not know rules.
import type { Named, NodeId, Program, SignalDeclaration } from "../../runtime/program.ts";
import type { EpisodeResult } from "../../runtime/trajectory.ts";
import { type Choice, oneRecord, quietValue } from "../witness/build-episode.ts";
import { playEpisodes } from "../witness/play-episodes.ts";
import { combineLinearly } from "./combine-linearly.ts";
import type { Facts } from "./facts.ts";
import { signalRange } from "./infer-range.ts";
import { readersOf } from "./readers.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";
import type { Paid } from "./value-terms.ts";

/** A stretch over which pay does not change, as far as it goes. */
export interface Run {
  from: number;
  to: number;
  pay: number;
  /** Pay just below and just above it; undefined at the ends of the range. */
  below?: number;
  above?: number;
  /** It changes at once there, not gradually. */
  jumpsBelow: boolean;
  jumpsAbove: boolean;
  /** The goal at both ends and its extremes within. */
  goal: { from: number; to: number; best: number; worst: number };
}

export interface Profile {
  signal: SignalDeclaration;
  goal: Named;
  terms: readonly Paid[];
  runs: Run[];
  pay: { best: number; worst: number };
  width: number;
  /** How far the goal moves over the whole range. */
  moves: number;
  /** Where the goal itself has a threshold or a corner. */
  goalBreaks: number[];
}

interface Point {
  at: number;
  /** The stretch between two breaks it lies in. */
  stretch: number;
  /** One for each setting of the other signals. */
  pay: number[];
  goal: number[];
}

const GRID = 4;
const NEAR = 1e-6;
const MOST_SIGNALS = 12;
const remembering: ReadonlySet<string> = new Set(["prev", "previous", "state", "window", "temporal"]);
const bending: ReadonlySet<string> = new Set([
  "less",
  "less_equal",
  "greater",
  "greater_equal",
  "max",
  "min",
  "clip",
  "between",
  "ramp",
]);

/** Along every number signal with a finite range that both a goal and a term look at; none where they remember earlier steps. */
export const profilesOf = factOf((facts: Facts): Profile[] => {
  const { program } = facts;
  if (program.goals.length === 0) return [];
  const candidates = [...facts.signals.values()].filter((signal) => isFollowed(facts, signal)).slice(0, MOST_SIGNALS);
  if (candidates.length === 0) return [];
  const slice = sliceFor(facts, candidates);
  return candidates.flatMap((signal) => along(facts, slice, signal));
});

function isFollowed(facts: Facts, signal: SignalDeclaration): boolean {
  const { lo, hi } = signalRange(signal);
  if (signal.type.kind !== "number" || !Number.isFinite(hi - lo) || !(hi > lo)) return false;
  const goals = facts.program.goals.filter(({ node }) => facts.reads(node).has(signal.name));
  const terms = goals.length === 0 ? [] : readersOf(facts, signal.name);
  if (terms.length === 0) return false;
  const roots = [...goals.map(({ node }) => node), ...terms.flatMap(({ term }) => rootsOf(term))];
  const below = roots.flatMap((root) => [...nodesBelow(facts.program, root)]);
  const reads = (id: NodeId) => facts.reads(id).has(signal.name);
  if (below.some((id) => remembering.has(facts.program.nodes[id]?.op ?? "") && reads(id))) return false;
  // Pay without a corner is flat nowhere.
  return terms.some(({ term }) =>
    rootsOf(term).some((root) => [...nodesBelow(facts.program, root)].some((id) => bendsIn(facts, id, signal.name).length > 0)),
  );
}

const rootsOf = (term: Paid["term"]): NodeId[] => [term.node, ...(term.when === undefined ? [] : [term.when])];

/** Values of the signal at which an operator turns from one case to another. */
function bendsIn(facts: Facts, id: NodeId, name: string): number[] {
  const node = facts.program.nodes[id];
  if (node?.op !== "apply" || !bending.has(node.operator)) return [];
  const lines = node.args.map((arg) => linesIn(facts, arg, name));
  return lines.flatMap((line, index) =>
    lines.slice(index + 1).flatMap((others) =>
      line.flatMap((a) =>
        others.flatMap((b) => {
          const at = (b.offset - a.offset) / (a.slope - b.slope);
          return Number.isFinite(at) ? [at] : [];
        }),
      ),
    ),
  );
}

interface Line {
  slope: number;
  offset: number;
}

/** The straight lines in the signal that a value is made of; nothing where it looks at another one too. */
function linesIn(facts: Facts, id: NodeId, name: string): Line[] {
  const { program, classes } = facts;
  const { parts, constant } = combineLinearly(program, classes, id);
  const [only] = parts;
  if (only === undefined) return [{ slope: 0, offset: constant }];
  const node = program.nodes[only.node];
  if (parts.length > 1 || only.shift !== 0 || node === undefined) return [];
  if (node.op === "signal") return node.name === name ? [{ slope: only.coefficient, offset: constant }] : [];
  // Of a single record a fold over the steps is the value itself.
  const folds = node.op === "aggregate" && node.axis === "steps";
  const inner = folds
    ? node.args.slice(0, 1)
    : node.op === "apply" && ["max", "min", "clip"].includes(node.operator)
      ? node.args
      : [];
  return inner
    .flatMap((arg) => linesIn(facts, arg, name))
    .map(({ slope, offset }) => ({ slope: only.coefficient * slope, offset: only.coefficient * offset + constant }));
}

/** Only what reads one of the signals, so that a run costs little. */
function sliceFor(facts: Facts, signals: readonly SignalDeclaration[]): Program {
  const { program } = facts;
  const names = signals.map(({ name }) => name);
  const terms = program.terms.filter((term) => names.some((name) => rootsOf(term).some((root) => facts.reads(root).has(name))));
  const goals = program.goals.filter(({ node }) => names.some((name) => facts.reads(node).has(name)));
  const nodes = [
    ...terms.flatMap((term) => [...rootsOf(term), term.weight]),
    ...[...goals, ...program.ends].map(({ node }) => node),
  ];
  const read = new Set(nodes.flatMap((node) => [...facts.reads(node)]));
  const { total: _, ...whole } = program;
  const nothing = {
    shapings: [],
    requires: [],
    probes: [],
    scenarios: [],
    data: [],
    expectations: [],
    lets: [],
    assumptions: [],
  };
  return { ...whole, ...nothing, terms, goals, signals: program.signals.filter(({ name }) => read.has(name)) };
}

function along(facts: Facts, slice: Program, signal: SignalDeclaration): Profile[] {
  const { name } = signal;
  const { lo, hi } = signalRange(signal);
  const terms = readersOf(facts, name);
  const width = hi - lo;
  const bendsOf = (roots: readonly NodeId[]) =>
    roots
      .flatMap((root) => [...nodesBelow(facts.program, root)].flatMap((id) => bendsIn(facts, id, name)))
      .filter((at) => at > lo && at < hi);
  const goals = facts.program.goals.filter(({ node }) => facts.reads(node).has(name));
  const grid = Array.from({ length: GRID - 1 }, (_, index) => lo + (width * (index + 1)) / GRID);
  const bends = bendsOf([...terms.flatMap(({ term }) => rootsOf(term)), ...goals.map(({ node }) => node)]);
  const breaks = [...new Set([lo, ...bends, ...grid, hi])]
    .sort((a, b) => a - b)
    .filter((at, index, all) => index === 0 || at - all[index - 1]! > 4 * NEAR * width);
  const points = breaks.slice(1).flatMap((to, stretch) => {
    const from = breaks[stretch]!;
    const inner = stretch === 0 ? from : from + NEAR * width;
    const last = stretch === breaks.length - 2 ? to : to - NEAR * width;
    return [inner, (from + to) / 2, last].map((at) => ({ at: signal.integer === true ? Math.round(at) : at, stretch }));
  });
  const settings = settingsOf(facts, slice, name).map((setting) =>
    playEpisodes(
      slice,
      points.map(({ at }, index) => oneRecord(slice, String(index), { ...setting, [name]: at })),
    ),
  );
  const clean = settings.filter((results) => results.every((result) => result.invalid.length === 0));
  if (clean.length === 0) return [];
  return goals.flatMap((goal) => {
    const known: Point[] = points.map(({ at, stretch }, index) => ({
      at,
      stretch,
      pay: clean.map((results) => paidIn(results[index]!)),
      goal: clean.map((results) => goalIn(results[index]!, goal.name)),
    }));
    return read(signal, goal, terms, known, bendsOf([goal.node]), breaks) ?? [];
  });
}

/** All else quiet, and all else on: true unless that fails, numbers at their upper end. */
function settingsOf(facts: Facts, slice: Program, name: string): Choice[] {
  const failing = new Set([...facts.length.failure, ...facts.length.unsaid].flatMap((node) => [...facts.reads(node)]));
  const on: Choice = {};
  for (const other of slice.signals) {
    if (other.name === name || failing.has(other.name) || other.tags.hazard !== undefined) continue;
    const { hi } = signalRange(other);
    if (other.type.kind === "bool") on[other.name] = true;
    else if (other.type.kind === "number") on[other.name] = Number.isFinite(hi) ? hi : quietValue(other);
  }
  return [{}, on];
}

const paidIn = ({ terms }: EpisodeResult): number =>
  Object.values(terms).reduce((sum, values) => sum + values.reduce((a, b) => a + b, 0), 0);

function goalIn({ goal }: EpisodeResult, name: string): number {
  const value = goal !== null && typeof goal === "object" ? goal[name] : goal;
  return typeof value === "boolean" ? Number(value) : (value ?? Number.NaN);
}

function read(
  signal: SignalDeclaration,
  goal: Named,
  terms: readonly Paid[],
  points: readonly Point[],
  goalBreaks: number[],
  breaks: readonly number[],
): Profile | undefined {
  const spans = points[0]!.goal.map((_, setting) => spread(points.map((point) => point.goal[setting]!)));
  const chosen = spans.indexOf(Math.max(...spans.filter((span) => Number.isFinite(span))));
  const moves = spans[chosen] ?? 0;
  if (!(moves > 0)) return undefined;
  const pays = points.map((point) => point.pay[chosen]!);
  const range = Math.max(...points[0]!.pay.map((_, setting) => spread(points.map((point) => point.pay[setting]!))));
  const same = (a: Point, b: Point) => a.pay.every((pay, setting) => Math.abs(pay - b.pay[setting]!) <= 1e-9 * range);
  const runs: Run[] = [];
  for (let first = 0; first < points.length; ) {
    let last = first;
    while (last + 1 < points.length && same(points[last]!, points[last + 1]!)) last++;
    if (points[last]!.stretch > points[first]!.stretch || last - first >= 2)
      runs.push(runOf(points, first, last, chosen, breaks, range));
    first = last + 1;
  }
  const width = breaks.at(-1)! - breaks[0]!;
  return { signal, goal, terms, runs, pay: { best: Math.max(...pays), worst: Math.min(...pays) }, width, moves, goalBreaks };
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

function runOf(
  points: readonly Point[],
  first: number,
  last: number,
  setting: number,
  breaks: readonly number[],
  range: number,
): Run {
  const [a, b, before, after] = [points[first]!, points[last]!, points[first - 1], points[last + 1]];
  const goals = points.slice(first, last + 1).map((point) => point.goal[setting]!);
  const jumps = (from: Point | undefined, to: Point) =>
    from !== undefined &&
    from.stretch !== to.stretch &&
    from.pay.some((pay, index) => Math.abs(pay - to.pay[index]!) > 1e-3 * range);
  return {
    from: before?.stretch === a.stretch ? a.at : breaks[a.stretch]!,
    to: after?.stretch === b.stretch ? b.at : breaks[b.stretch + 1]!,
    pay: a.pay[setting]!,
    below: before?.pay[setting],
    above: after?.pay[setting],
    jumpsBelow: jumps(before, a),
    jumpsAbove: jumps(after, b),
    goal: { from: goals[0]!, to: goals.at(-1)!, best: Math.max(...goals), worst: Math.min(...goals) },
  };
}
