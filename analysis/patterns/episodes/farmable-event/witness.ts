// Events on every step (or every second) and nothing of what the goal wants, against what serves the goal at its best.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import { servingOf } from "../../../facts/serving.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { buildEpisode, type Choice, quietValue } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { satisfy } from "../../../witness/satisfy.ts";
import { paidBy, searchRecord } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import type { Beside } from "../../beside-goal.ts";
import type { PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { stalledSteps } from "../../stalling.ts";

export function showFarming(
  { program, facts }: PatternInput,
  events: readonly Beside[],
  serving: readonly Paid[],
): Witness | undefined {
  const steps = stalledSteps(facts);
  const going: Choice = Object.assign({}, ...program.ends.map((end) => satisfy(facts, end.node, false)));
  const quiet: Choice = {};
  for (const { signal } of servingOf(facts).wanted) if (signal.timing === "step") quiet[signal.name] = quietValue(signal);
  const farming = best(
    events.map(({ stream }) => stream.paid),
    { ...quiet, ...going },
  );
  const honestly = best(serving, going);
  const off: Choice = {};
  for (const { name } of events.flatMap(({ drivers }) => drivers))
    off[name] = going[name] ?? quietValue(facts.signals.get(name)!);
  const pulsed = events.some(({ stream }) => stream.share < 1);
  const farms = buildEpisode(
    program,
    "farms",
    [{ steps, cycle: pulsed ? [farming, { ...farming, ...off }] : [farming] }],
    farming,
  );
  const honest = buildEpisode(program, "honest", [{ steps, cycle: [{ ...honestly, ...off }] }], honestly);
  return confirmWitness(
    program,
    farms,
    honest,
    (earned, fairly) =>
      `Making it happen for ${sayCount(steps, "step")} earns ${sayNumber(earned)} with nothing of what the goal asks for; doing the best for the goal instead earns ${sayNumber(fairly)}.`,
  );

  function best(terms: readonly Paid[], fixed: Choice): Choice {
    const names = terms.map(({ term }) => term.name);
    const reads = new Set(
      terms.flatMap(({ term }) => [...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))]),
    );
    return names.length === 0
      ? fixed
      : searchRecord(sliceProgram(program, names), reads, fixed, (result) => paidBy(result, names));
  }
}
