// The trajectory of every stalling hack: go on to the horizon, against finishing early. It must not know rules.
import type { Witness } from "../../compiler/diagnostics.ts";
import type { Facts } from "../facts/facts.ts";
import type { Paid } from "../facts/value-terms.ts";
import { buildEpisode, type Choice } from "../witness/build-episode.ts";
import { confirmWitness } from "../witness/play-episodes.ts";
import { satisfy } from "../witness/satisfy.ts";
import { searchRecord } from "../witness/search-record.ts";
import { sliceProgram } from "../witness/slice-program.ts";
import { sayCount, sayNumber } from "./say-number.ts";

const LONGEST = 1000;
const PROMPT = 10;

/** Steps shown: the horizon, or enough to make the point. */
export function stalledSteps(facts: Facts): number {
  return Math.min(facts.length.most, LONGEST);
}

/** Both episodes do what pays best on each step; one never finishes, the other finishes on its tenth step (or at half time). */
export function showStalling(facts: Facts, earning: readonly Paid[], outcome: Choice): Witness | undefined {
  const { program } = facts;
  const going: Choice = Object.assign({}, ...program.ends.map((end) => satisfy(facts, end.node, false)));
  const success = program.ends.find((end) => end.outcome === "success");
  const finishing: Choice = success === undefined ? {} : satisfy(facts, success.node, true);
  const reads = new Set(
    earning.flatMap(({ term }) => [...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))]),
  );
  const best = searchRecord(
    withTouching(facts, earning, reads),
    reads,
    going,
    (result) => result.unshaped ?? Number.NEGATIVE_INFINITY,
  );
  const long = stalledSteps(facts);
  const short = Math.min(PROMPT, Math.max(1, Math.floor(long / 2)));
  const last = { ...best, ...finishing };
  const stalls = buildEpisode(program, "stalls", [{ steps: long, cycle: [best] }]);
  const finishes = buildEpisode(
    program,
    "finishes",
    [
      { steps: short - 1, cycle: [best] },
      { steps: 1, cycle: [last] },
    ],
    outcome,
  );
  const withOutcome = Object.keys(outcome).length > 0 ? "with the outcome reached" : "having finished";
  return confirmWitness(
    program,
    stalls,
    finishes,
    (earned, honestly) =>
      `Going on for ${sayCount(long, "step")} without finishing earns ${sayNumber(earned)}; stopping after ${sayCount(short, "step")} ${withOutcome} earns ${sayNumber(honestly)}.`,
  );
}

/** The earning terms and all others that read one of the same signals: what else a choice of values changes. */
function withTouching(facts: Facts, earning: readonly Paid[], reads: ReadonlySet<string>) {
  const touching = facts.paid.filter(({ term }) => [...facts.reads(term.node)].some((name) => reads.has(name)));
  return sliceProgram(
    facts.program,
    [...earning, ...touching].map(({ term }) => term.name),
  );
}
