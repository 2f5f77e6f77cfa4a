// The closed loop: a signal swings between two values of its range and ends where it began. The evaluator says what that pays.
import type { Witness } from "../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../runtime/program.ts";
import type { EpisodeResult } from "../../../runtime/trajectory.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Rectified } from "../../facts/find-rectified.ts";
import { signalRange } from "../../facts/infer-range.ts";
import type { Paid } from "../../facts/value-terms.ts";
import { buildEpisode, type Choice } from "../../witness/build-episode.ts";
import { isClean, playEpisodes } from "../../witness/play-episodes.ts";
import { satisfy } from "../../witness/satisfy.ts";
import { paidBy, spread } from "../../witness/search-record.ts";
import type { PatternInput } from "../pattern.ts";
import { sayCount, sayNumber } from "../say-number.ts";

const MOST_STEPS = 200;

export interface Swing {
  perLoop: number;
  witness: Witness;
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
  const tried = places.map((place) => swingBetween(input, paid, signal, valuesAt(signal, place)));
  return tried.find((found) => typeof found === "object") ?? (tried.includes("pays nothing") ? "pays nothing" : undefined);
}

function swingBetween(
  { program, facts }: PatternInput,
  paid: Paid,
  signal: SignalDeclaration,
  [near, far]: [number, number],
): Swing | "pays nothing" | undefined {
  const steps = Math.min(facts.length.most, MOST_STEPS);
  const held = heldOpen(facts, paid, signal);
  const at = (value: number): Choice => ({ ...held, [signal.name]: spread(signal, value) });
  const loop = buildEpisode(program, "swings", [{ steps, cycle: [at(near), at(far)] }]);
  const move = (id: string, from: number, to: number) =>
    buildEpisode(program, id, [
      { steps: 1, cycle: [at(from)] },
      { steps: steps - 1, cycle: [at(to)] },
    ]);
  const directs = [move("goes", near, far), move("returns", far, near)];
  const results = playEpisodes(program, [loop, ...directs]);
  if (results.some((result) => !isClean(result) || result.notes.length > 0)) return undefined;
  const earned = (result: EpisodeResult) => paidBy(result, [paid.term.name]);
  const [swings, ...straight] = results;
  const better = straight.findIndex((result) => earned(result) >= Math.max(...straight.map(earned)));
  if (!(earned(swings!) - earned(straight[better]!) > 1e-9)) return "pays nothing";
  const [total, honestly] = [swings!.unshaped!, straight[better]!.unshaped!];
  if (!(total > honestly)) return undefined;
  const explanation = `Swinging '${signal.name}' between ${sayNumber(near)} and ${sayNumber(far)} for ${sayCount(steps, "step")} earns ${sayNumber(total)} and gets nowhere; moving once and staying there earns ${sayNumber(honestly)}.`;
  const perLoop = earned(swings!) / Math.floor((steps - 1) / 2);
  return { perLoop, witness: { episode: loop, honest: directs[better]!, return: total, honestReturn: honestly, explanation } };
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
