// The record that scores best, found by changing one signal at a time over a few telling values of its range.
// Small and deterministic: it finds corners, not optima. It must not know rules.
import type { Program, SignalDeclaration, ValueType } from "../../runtime/program.ts";
import type { EpisodeResult, Value } from "../../runtime/trajectory.ts";
import { elementKind, signalRange } from "../facts/infer-range.ts";
import { type Choice, oneRecord, quietValue, shaped } from "./build-episode.ts";
import { playEpisodes } from "./play-episodes.ts";

/** Values worth trying: the ends of the range and the middle, both truths, each alternative. */
export function tellingValues(signal: SignalDeclaration): Value[] {
  const { type } = signal;
  const element = elementKind(type);
  if (element === "bool") return both(signal);
  if (element === "text") return alternativesOf(type).map((text) => (type.kind === "list" ? spread(signal, text) : text));
  const { lo, hi } = signalRange(signal);
  const [low, high] = [Number.isFinite(lo) ? lo : Math.min(-10, hi), Number.isFinite(hi) ? hi : Math.max(10, lo)];
  const middle = signal.integer === true ? Math.floor((low + high) / 2) : (low + high) / 2;
  const values: Value[] = [quietValue(signal), ...[low, high, middle, ...one(signal)].map((value) => spread(signal, value))];
  return values;
}

/** Of what is counted, exactly one is often asked for. */
function one(signal: SignalDeclaration): number[] {
  const { lo, hi } = signalRange(signal);
  return signal.integer === true && lo <= 1 && 1 < hi ? [1] : [];
}

const both = (signal: SignalDeclaration): Value[] => [spread(signal, false), spread(signal, true)];

function alternativesOf(type: ValueType): readonly string[] {
  if (type.kind === "list") return alternativesOf(type.of);
  return (type.kind === "text" ? type.alternatives : undefined) ?? [""];
}

/** The element everywhere: in each component of a vector, in each place of lists of three. */
export function spread(signal: SignalDeclaration, element: Value): Value {
  const within = (type: ValueType): Value =>
    type.kind === "list" ? [within(type.of), within(type.of), within(type.of)] : shaped(type, element);
  return within(signal.type);
}

/** The choice with the highest score over the signals in `vary`; `fixed` are left as they are. */
export function searchRecord(
  program: Program,
  vary: Iterable<string>,
  fixed: Choice,
  score: (result: EpisodeResult) => number,
): Choice {
  const names = [...vary].filter((name) => !(name in fixed)).slice(0, 12);
  const signals = names.flatMap((name) => program.signals.find((signal) => signal.name === name) ?? []);
  let best: Choice = { ...fixed };
  let most = scoreOf(program, [best], score)[0] ?? Number.NEGATIVE_INFINITY;
  for (let pass = 0; pass < 2; pass++) {
    for (const signal of signals) {
      const candidates = tellingValues(signal).map((value) => ({ ...best, [signal.name]: value }));
      for (const [index, value] of scoreOf(program, candidates, score).entries()) {
        if (value > most) [best, most] = [candidates[index]!, value];
      }
    }
  }
  return best;
}

function scoreOf(program: Program, choices: Choice[], score: (result: EpisodeResult) => number): number[] {
  const results = playEpisodes(
    program,
    choices.map((choice, index) => oneRecord(program, String(index), choice)),
  );
  return results.map((result) => {
    const value = score(result);
    return Number.isFinite(value) && result.invalid.length === 0 ? value : Number.NEGATIVE_INFINITY;
  });
}

/** What some terms pay together, signed. */
export function paidBy(result: EpisodeResult, terms: Iterable<string>): number {
  let sum = 0;
  for (const name of terms) for (const value of result.terms[name] ?? []) sum += value;
  return sum;
}
