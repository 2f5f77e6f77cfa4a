// A block: some episodes as rows of columns, inputs read and validated. Whole groups stand together in one block.
// It must not know nodes or what is done with the inputs.
import { type Column, EPISODE, emptyColumn, reserve, STEP, strideOf } from "./columns.ts";
import { recordedFlag } from "./outcome.ts";
import type { Program, SignalDeclaration, ValueType } from "./program.ts";
import type { Episode, Invalid, Row, Value } from "./trajectory.ts";
import { type InputRule, readList, readNumber, readOnce, readText, readVector } from "./validate-input.ts";

/** Bits of `Frame.flags`: the first row of its episode; the state before the first step. */
export const FIRST = 1;
export const START = 2;

/** Where each episode's rows are. Arrays are per episode, but `episodeOf` and `flags`, which are per row. */
export interface Frame {
  episodes: number;
  rows: number;
  /** First row, the one of the start state if there is one. */
  first: Int32Array;
  /** Row of step 0. */
  begin: Int32Array;
  /** One past the last row. */
  end: Int32Array;
  /** Episodes `groupBegin` up to but not including `groupEnd` are the group. */
  groupBegin: Int32Array;
  groupEnd: Int32Array;
  episodeOf: Int32Array;
  flags: Uint8Array;
}

export interface Block {
  frame: Frame;
  episodes: Episode[];
  /** One column per declared signal, by name. */
  inputs: Map<string, Column>;
  /** 1, 0 or NaN where not recorded, per row. */
  recordedTerminated: Float64Array;
  recordedTruncated: Float64Array;
  /** Faults of the inputs, per episode. */
  invalid: Invalid[][];
}

/** What a declaration demands of its values. */
export function inputRule(signal: SignalDeclaration): InputRule {
  let type: ValueType = signal.type;
  while (type.kind === "list") type = type.of;
  const range = signal.range ?? [null, null];
  return {
    name: signal.name,
    kind: type.kind === "vector" ? type.of : type.kind,
    lo: range[0] ?? Number.NEGATIVE_INFINITY,
    hi: range[1] ?? Number.POSITIVE_INFINITY,
    integer: signal.integer === true,
    optional: signal.optional,
    saturates: signal.tags.saturates === true,
    ...(signal.tags.default === undefined ? {} : { fallback: signal.tags.default }),
    ...(type.kind === "text" && type.alternatives ? { alternatives: type.alternatives } : {}),
  };
}

/** Lays out episodes; those of one group have to stand together already. `usesGroups`: false makes every episode its own. */
export function layOut(episodes: readonly Episode[]): Frame {
  const count = episodes.length;
  const rows = episodes.reduce((sum, episode) => sum + episode.steps.length + (episode.start ? 1 : 0), 0);
  const perEpisode = () => new Int32Array(count);
  const frame: Frame = {
    episodes: count,
    rows,
    first: perEpisode(),
    begin: perEpisode(),
    end: perEpisode(),
    groupBegin: perEpisode(),
    groupEnd: perEpisode(),
    episodeOf: new Int32Array(rows),
    flags: new Uint8Array(rows),
  };
  let row = 0;
  episodes.forEach((episode, e) => {
    frame.first[e] = row;
    frame.begin[e] = row + (episode.start ? 1 : 0);
    frame.end[e] = frame.begin[e] + episode.steps.length;
    if (frame.end[e] > row) frame.flags[row] = episode.start ? FIRST | START : FIRST;
    frame.episodeOf.fill(e, row, frame.end[e]);
    row = frame.end[e];
  });
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && episodes[from].group !== undefined && episodes[to].group === episodes[from].group) to++;
    frame.groupBegin.fill(from, from, to);
    frame.groupEnd.fill(to, from, to);
    from = to;
  }
  return frame;
}

/** Reads and validates the inputs of some episodes. */
export function loadBlock(program: Program, episodes: Episode[]): Block {
  const frame = layOut(episodes);
  const block: Block = {
    frame,
    episodes,
    inputs: new Map(),
    recordedTerminated: recordedColumn(episodes, frame, "terminated"),
    recordedTruncated: recordedColumn(episodes, frame, "truncated"),
    invalid: episodes.map(() => []),
  };
  for (const signal of program.signals) {
    // These two stay what the log recorded, declared or not.
    const known = signal.name === "terminated" || signal.name === "truncated";
    if (!known || signal.timing !== "step") block.inputs.set(signal.name, readInput(signal, block));
  }
  return block;
}

function recordedColumn(episodes: Episode[], frame: Frame, name: string): Float64Array {
  const flags = new Float64Array(frame.rows).fill(Number.NaN);
  episodes.forEach((episode, e) => {
    for (let i = 0; i < episode.steps.length; i++) flags[frame.begin[e] + i] = recordedFlag(episode.steps[i][name]);
  });
  return flags;
}

function readInput(signal: SignalDeclaration, block: Block): Column {
  const rule = inputRule(signal);
  const { frame, episodes, invalid } = block;
  const column = emptyColumn(signal.timing === "step" ? STEP : EPISODE, strideOf(signal.type));
  reserve(column, column.lane === STEP ? frame.rows : frame.episodes);
  const put = cellReader(signal, rule, column);
  episodes.forEach((episode, e) => {
    if (signal.timing !== "step") {
      put(readOnce(signal.name, signal.timing, episode), e, null, invalid[e]);
      return;
    }
    if (episode.start) put(episode.start[signal.name], frame.first[e], -1, invalid[e]);
    if (column.stride === 1 && rule.kind === "number") readNumbers(episode.steps, rule, column.data, frame.begin[e], invalid[e]);
    else for (let i = 0; i < episode.steps.length; i++) put(episode.steps[i][signal.name], frame.begin[e] + i, i, invalid[e]);
  });
  return column;
}

type PutCell = (raw: Value | undefined, row: number, step: number | null, invalid: Invalid[]) => void;

function cellReader(signal: SignalDeclaration, rule: InputRule, column: Column): PutCell {
  const { data, items, stride } = column;
  const type = signal.type;
  if (type.kind === "vector") {
    return (raw, row, step, invalid) => readVector(raw, stride, rule, step, invalid, data, row * stride);
  }
  if (type.kind === "text") {
    return (raw, row, step, invalid) => {
      items[row] = readText(raw, rule, step, invalid);
    };
  }
  if (type.kind === "list") {
    const shape = elementShape(type.of);
    return (raw, row, step, invalid) => {
      items[row] = readList(raw, shape, rule, step, invalid);
    };
  }
  return (raw, row, step, invalid) => {
    data[row] = readNumber(raw, rule, step, invalid);
  };
}

/** Sizes of the arrays within a list's elements, outermost first; null is a list. */
export function elementShape(type: ValueType): (number | null)[] {
  if (type.kind === "list") return [null, ...elementShape(type.of)];
  return type.kind === "vector" ? [type.size] : [];
}

function readNumbers(steps: Row[], rule: InputRule, data: Float64Array, begin: number, invalid: Invalid[]): void {
  const { name, lo, hi } = rule;
  const plain = !rule.integer;
  for (let i = 0; i < steps.length; i++) {
    const raw = steps[i][name];
    // The common case, spelt out; anything else takes the long way.
    if (plain && typeof raw === "number" && raw >= lo && raw <= hi && raw - raw === 0) data[begin + i] = raw;
    else data[begin + i] = readNumber(raw, rule, i, invalid);
  }
}
