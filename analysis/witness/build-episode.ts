// Episodes made up from the declarations alone: every signal has a value its type allows. It must not know rules.
import type { Program, SignalDeclaration, ValueType } from "../../runtime/program.ts";
import type { Episode, Row, Value } from "../../runtime/trajectory.ts";
import { elementKind, signalRange } from "../facts/infer-range.ts";

/** Values for some signals; the others stay quiet. */
export type Choice = Record<string, Value>;

export interface Stretch {
  steps: number;
  /** One choice for each step in turn, repeated. */
  cycle: Choice[];
}

/** The value a signal has where nothing happens: its default, else the value nearest to 0, false, empty text. */
export function quietValue(signal: SignalDeclaration): Value {
  const fallback = signal.tags.default;
  if (fallback !== undefined) return shaped(signal.type, fallback as Value);
  return shaped(signal.type, quietElement(signal));
}

/** One value for every component of a vector; a list gets none. A quaternion that turns nothing is the quiet one. */
export function shaped(type: ValueType, element: Value): Value {
  if (type.kind === "vector" && type.order !== undefined && element === 0)
    return type.order === "wxyz" ? [1, 0, 0, 0] : [0, 0, 0, 1];
  if (type.kind === "vector" && !Array.isArray(element)) return Array.from({ length: type.size }, () => element);
  if (type.kind === "list" && !Array.isArray(element)) return [];
  return element;
}

function quietElement(signal: SignalDeclaration): Value {
  const { type } = signal;
  const element = elementKind(type);
  if (element === "bool") return false;
  if (element === "text") return type.kind === "text" ? (type.alternatives?.[0] ?? "") : "";
  const { lo, hi } = signalRange(signal);
  return Math.min(Math.max(0, lo), hi);
}

/** An episode of one stretch after the other; `whole` holds values known once per episode. */
export function buildEpisode(program: Program, id: string, stretches: readonly Stretch[], whole: Choice = {}): Episode {
  const quiet: Row = {};
  const end: Row = {};
  for (const signal of program.signals) {
    if (signal.timing === "step") quiet[signal.name] = quietValue(signal);
    else end[signal.name] = whole[signal.name] ?? quietValue(signal);
  }
  const steps: Row[] = [];
  for (const { steps: length, cycle } of stretches) {
    for (let step = 0; step < length; step++) steps.push(chosenRow(quiet, cycle[step % cycle.length] ?? {}));
  }
  return { id, steps, ...(Object.keys(end).length > 0 ? { end } : {}) };
}

function chosenRow(quiet: Row, choice: Choice): Row {
  const row = { ...quiet };
  for (const name of Object.keys(quiet)) if (choice[name] !== undefined) row[name] = choice[name];
  return row;
}

/** An episode of one record. */
export function oneRecord(program: Program, id: string, choice: Choice): Episode {
  return buildEpisode(program, id, [{ steps: 1, cycle: [choice] }], choice);
}
