// The closed loop: a signal swings between two values of its range and ends where it began. The evaluator says what that pays.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import type { Program, SignalDeclaration } from "../../../../runtime/program.ts";
import type { Episode } from "../../../../runtime/trajectory.ts";
import type { Facts } from "../../../facts/facts.ts";
import type { Rectified } from "../../../facts/find-rectified.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { buildEpisode, type Choice } from "../../../witness/build-episode.ts";
import { confirmWitness, isClean, playEpisodes } from "../../../witness/play-episodes.ts";
import { satisfy } from "../../../witness/satisfy.ts";
import { paidBy, spread } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import type { PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";

/** Shown in a witness. */
const MOST_STEPS = 200;
/** Enough to see whether it pays. */
const FEW_STEPS = 12;

export interface Swing {
  /** What two more steps, there and back, pay. */
  perLoop: number;
  witness: () => Witness | undefined;
}

/** Where in the range of a signal it swings: a function of the state may be the same at two ends, as |x| is. */
const places: readonly (readonly [near: number, far: number])[] = [
  [1 / 4, 3 / 4],
  [1 / 2, 9 / 10],
];

/** What swinging pays, with a witness; undefined where no trajectory could be built, "pays nothing" where it does not pay. */
export function swing(input: PatternInput, paid: Paid, { difference }: Rectified): Swing | "pays nothing" | undefined {
  const { facts } = input;
  const signal = [...facts.reads(difference.of)].flatMap((name) => facts.signals.get(name) ?? []).find(isNumeric);
  if (signal === undefined || facts.length.most < 4) return undefined;
  let answer: "pays nothing" | undefined;
  for (const place of places) {
    const found = swingBetween(input, paid, signal, valuesAt(signal, place));
    if (typeof found === "object") return found;
    answer = found ?? answer;
  }
  return answer;
}

function swingBetween(
  input: PatternInput,
  paid: Paid,
  signal: SignalDeclaration,
  ends: [number, number],
): Swing | "pays nothing" | undefined {
  const { program, facts } = input;
  const { name } = paid.term;
  const steps = Math.min(facts.length.most, MOST_STEPS);
  const held = heldOpen(facts, paid, signal);
  const slice = sliceProgram(program, [name]);
  const few = Math.min(steps, FEW_STEPS);
  const [shorter] = episodes(slice, signal, held, ends, few - 2);
  const results = playEpisodes(slice, [...episodes(slice, signal, held, ends, few), shorter!]);
  if (results.some((result) => !isClean(result) || result.notes.length > 0)) return undefined;
  const [swings, goes, returns, before] = results.map((result) => paidBy(result, [name])) as [number, number, number, number];
  const direct = goes >= returns ? 1 : 2;
  if (!(swings - Math.max(goes, returns) > 1e-9)) return "pays nothing";
  const witness = () => {
    const whole = episodes(program, signal, held, ends, steps);
    return confirmWitness(program, whole[0]!, whole[direct]!, (earned, honestly) =>
      explain(signal, ends, steps, earned, honestly),
    );
  };
  return { perLoop: swings - before, witness };
}

function explain(
  { name }: SignalDeclaration,
  [near, far]: [number, number],
  steps: number,
  earned: number,
  honestly: number,
): string {
  return `Swinging '${name}' between ${sayNumber(near)} and ${sayNumber(far)} for ${sayCount(steps, "step")} earns ${sayNumber(earned)} and gets nowhere; moving once and staying there earns ${sayNumber(honestly)}.`;
}

/** Swinging all the time; moving there once; moving back once. */
function episodes(
  program: Program,
  signal: SignalDeclaration,
  held: Choice,
  [near, far]: [number, number],
  steps: number,
): Episode[] {
  const at = (value: number): Choice => ({ ...held, [signal.name]: spread(signal, value) });
  const move = (id: string, from: number, to: number) => {
    const stay = { steps: steps - 1, cycle: [at(to)] };
    return buildEpisode(program, id, [{ steps: 1, cycle: [at(from)] }, stay]);
  };
  const loop = buildEpisode(program, "swings", [{ steps, cycle: [at(near), at(far)] }]);
  return [loop, move("goes", near, far), move("returns", far, near)];
}

const isNumeric = (signal: SignalDeclaration): boolean =>
  signal.timing === "step" && (signal.type.kind === "number" || (signal.type.kind === "vector" && signal.type.of === "number"));

/** Values well inside the range, so that ends and thresholds at its bounds are not touched. */
function valuesAt(signal: SignalDeclaration, [near, far]: readonly [number, number]): [number, number] {
  const { lo, hi } = signalRange(signal);
  const low = Number.isFinite(lo) ? lo : Number.isFinite(hi) ? hi - 4 : 0;
  const high = Number.isFinite(hi) ? hi : low + 4;
  const [a, b] = [low + near * (high - low), low + far * (high - low)];
  return signal.integer === true ? [Math.floor(a), Math.ceil(b)] : [a, b];
}

/** No end is reached, and conditions on other signals hold. */
function heldOpen(facts: Facts, { term }: Paid, signal: SignalDeclaration): Choice {
  const going: Choice = Object.assign({}, ...facts.program.ends.map((end) => satisfy(facts, end.node, false)));
  const open = term.when === undefined ? {} : satisfy(facts, term.when, true);
  const held = { ...going, ...open };
  delete held[signal.name];
  return held;
}
