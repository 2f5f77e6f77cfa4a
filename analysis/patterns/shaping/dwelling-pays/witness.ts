// Half-way at once and then nothing more, against getting farther in even steps: the first is paid more, the second is wanted.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Stream } from "../../../facts/growth.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { buildEpisode, type Choice } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { satisfy } from "../../../witness/satisfy.ts";
import type { PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { stalledSteps } from "../../stalling.ts";

export function showDwelling({ program, facts }: PatternInput, { paid }: Stream, signal: SignalDeclaration): Witness | undefined {
  const { lo, hi } = signalRange(signal);
  const steps = Math.min(stalledSteps(facts), 400);
  if (steps < 4) return undefined;
  const low = Number.isFinite(lo) ? Math.max(lo, Math.min(0, hi)) : Math.min(0, hi);
  const high = Number.isFinite(hi) ? hi : low + 10;
  const at = (share: number) => {
    const value = low + share * (high - low);
    return signal.integer === true ? Math.round(value) : value;
  };
  const going: Choice = Object.assign({}, ...program.ends.map((end) => satisfy(facts, end.node, false)));
  const open = paid.term.when === undefined ? {} : satisfy(facts, paid.term.when, true);
  const held = { ...going, ...open };
  const stays = buildEpisode(program, "stays", [{ steps, cycle: [{ ...held, [signal.name]: at(0.5) }] }]);
  const moves = Array.from({ length: steps }, (_, step) => ({ ...held, [signal.name]: at((0.7 * step) / (steps - 1)) }));
  const goes = buildEpisode(program, "goes", [{ steps, cycle: moves }]);
  return confirmWitness(
    program,
    stays,
    goes,
    (earned, honestly) =>
      `Staying at '${signal.name}' = ${sayNumber(at(0.5))} for ${sayCount(steps, "step")} earns ${sayNumber(earned)}; getting to ${sayNumber(at(0.7))} in even steps earns ${sayNumber(honestly)}.`,
  );
}
