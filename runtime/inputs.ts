// Reads the inputs of episodes into columns, validated as their declarations demand. It must not know nodes.
import { type Column, EPISODE, emptyColumn, reserve, STEP, strideOf } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { SignalDeclaration, ValueType } from "./program.ts";
import type { Episode, Invalid, Row, Value } from "./trajectory.ts";
import { type InputRule, readList, readNumber, readOnce, readText, readVector } from "./validate-input.ts";

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

/** One signal of some episodes; faults go to those of the episode. */
export function readInput(signal: SignalDeclaration, frame: Frame, episodes: Episode[], invalid: Invalid[][]): Column {
  const rule = inputRule(signal);
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
    if (plain && typeof raw === "number" && raw >= lo && raw <= hi && raw - raw === 0) data[begin + i] = raw + 0;
    else data[begin + i] = readNumber(raw, rule, i, invalid);
  }
}
