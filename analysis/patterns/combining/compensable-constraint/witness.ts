// An episode that commits the hazard and earns what the others pay, against one that stays safe and earns nothing else.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { buildEpisode, type Choice, oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness, playEpisodes } from "../../../witness/play-episodes.ts";
import { paidBy, searchRecord, spread } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import type { PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

const MOST_STEPS = 1000;

export function showPurchase(
  { program, facts }: PatternInput,
  signal: SignalDeclaration,
  charging: readonly Paid[],
  others: readonly Paid[],
): Witness | undefined {
  const { lo, hi } = signalRange(signal);
  const bool = signal.type.kind === "bool";
  const present = spread(signal, bool ? true : hi);
  const absent = spread(signal, bool ? false : Number.isFinite(lo) ? lo : 0);
  if (!bool && !Number.isFinite(hi)) return undefined;
  const reads = new Set(
    others.flatMap(({ term }) => [...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))]),
  );
  const names = others.map(({ term }) => term.name);
  const best = searchRecord(sliceProgram(program, names), reads, { [signal.name]: present }, (result) => paidBy(result, names));
  const steps = stepsNeeded(program, best, charging, names, facts.length.most);
  if (steps === undefined) return undefined;
  const afterwards: Choice = { ...best, [signal.name]: signal.timing === "step" ? absent : present };
  const hazardous = buildEpisode(
    program,
    "hazardous",
    [
      { steps: 1, cycle: [best] },
      { steps: steps - 1, cycle: [afterwards] },
    ],
    best,
  );
  const safe = buildEpisode(program, "safe", [{ steps, cycle: [{ [signal.name]: absent }] }], { [signal.name]: absent });
  const shown = bool ? `With '${signal.name}'` : `With ${signal.name} = ${sayNumber(hi)}`;
  const over = steps > 1 ? ` in ${sayNumber(steps)} steps` : "";
  return confirmWitness(
    program,
    hazardous,
    safe,
    (earned, honestly) =>
      `${shown} once, the other terms still bring it to ${sayNumber(earned)}${over}; a safe episode that does nothing earns ${sayNumber(honestly)}.`,
  );
}

/** Steps after which the others have paid for one occurrence; undefined where they never do. */
function stepsNeeded(
  program: PatternInput["program"],
  best: Choice,
  charging: readonly Paid[],
  names: readonly string[],
  most: number,
): number | undefined {
  const [result] = playEpisodes(program, [oneRecord(program, "one", best)]);
  if (result === undefined) return undefined;
  const earned = paidBy(result, names);
  const cost = -paidBy(
    result,
    charging.map(({ term }) => term.name),
  );
  if (!(earned > 0)) return undefined;
  const needed = earned > cost ? 1 : Math.ceil(cost / earned) + 1;
  return needed <= Math.min(most, MOST_STEPS) ? needed : undefined;
}
