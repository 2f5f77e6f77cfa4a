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

/** What swinging pays, with a witness; undefined where no trajectory could be built, "pays nothing" where it does not pay. */
export function swing(
  { program, facts }: PatternInput,
  paid: Paid,
  { difference }: Rectified,
): Swing | "pays nothing" | undefined {
  const signal = [...facts.reads(difference.of)].flatMap((name) => facts.signals.get(name) ?? []).find(isNumeric);
  const steps = Math.min(facts.length.most, MOST_STEPS);
  if (signal === undefined || steps < 4) return undefined;
  const [near, far] = quarters(signal);
  const held = heldOpen(facts, paid, signal);
  const at = (value: number): Choice => ({ ...held, [signal.name]: spread(signal, value) });
  const loop = buildEpisode(program, "swings", [{ steps, cycle: [at(near), at(far)] }]);
  const directs = [
    buildEpisode(program, "goes", [
      { steps: 1, cycle: [at(near)] },
      { steps: steps - 1, cycle: [at(far)] },
    ]),
    buildEpisode(program, "returns", [
      { steps: 1, cycle: [at(far)] },
      { steps: steps - 1, cycle: [at(near)] },
    ]),
  ];
  const results = playEpisodes(program, [loop, ...directs]);
  if (results.some((result) => !isClean(result) || result.notes.length > 0)) return undefined;
  const earned = (result: EpisodeResult) => paidBy(result, [paid.term.name]);
  const [swings, ...straight] = results;
  const better = straight.findIndex((result) => earned(result) >= Math.max(...straight.map(earned)));
  const gain = earned(swings!) - earned(straight[better]!);
  if (!(gain > 1e-9)) return "pays nothing";
  const [total, honestly] = [swings!.unshaped!, straight[better]!.unshaped!];
  if (!(total > honestly)) return undefined;
  const explanation = `Swinging '${signal.name}' between ${sayNumber(near)} and ${sayNumber(far)} for ${sayCount(steps, "step")} earns ${sayNumber(total)} and gets nowhere; moving once and staying there earns ${sayNumber(honestly)}.`;
  return {
    perLoop: earned(swings!) / Math.floor((steps - 1) / 2),
    witness: { episode: loop, honest: directs[better]!, return: total, honestReturn: honestly, explanation },
  };
}

const isNumeric = (signal: SignalDeclaration): boolean =>
  signal.timing === "step" && (signal.type.kind === "number" || (signal.type.kind === "vector" && signal.type.of === "number"));

/** Two values well inside the range, so that ends and thresholds at its bounds are not touched. */
function quarters(signal: SignalDeclaration): [number, number] {
  const { lo, hi } = signalRange(signal);
  const low = Number.isFinite(lo) ? lo : Number.isFinite(hi) ? hi - 4 : 0;
  const high = Number.isFinite(hi) ? hi : low + 4;
  const [near, far] = [low + (high - low) / 4, low + (3 * (high - low)) / 4];
  return signal.integer === true ? [Math.floor(near), Math.ceil(far)] : [near, far];
}

/** No end is reached, and conditions on other signals hold. */
function heldOpen(facts: Facts, { term }: Paid, signal: SignalDeclaration): Choice {
  const going: Choice = Object.assign({}, ...facts.program.ends.map((end) => satisfy(facts, end.node, false)));
  const open = term.when === undefined ? {} : satisfy(facts, term.when, true);
  const held = { ...going, ...open };
  delete held[signal.name];
  return held;
}
