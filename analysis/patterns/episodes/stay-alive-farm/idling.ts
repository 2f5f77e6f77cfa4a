// Where no success ends the episode: a sure income that exceeds all that the goal can bring, so that idling is nearly optimal.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { buildEpisode, type Choice } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { satisfy } from "../../../witness/satisfy.ts";
import { paidBy, searchRecord } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { reweigh } from "../../edit-term.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { stalledSteps } from "../../stalling.ts";
import { type Sure, sayTerms, sureIncome } from "../../sure-income.ts";

/** Only where a goal says that something beside not failing is wanted, and some term pays for that. */
export function reportIdling(input: PatternInput, largest: Sure, sure: readonly Sure[], net: number): Finding[] {
  const { facts, text } = input;
  const { serving, worth } = servingTerms(facts);
  if (worth === 0 || !(net > worth)) return [];
  const { term } = largest.paid;
  const names = quoteNames(serving.map((paid) => paid.term.name));
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `${sayTerms(sure)} ${sayNumber(net)} on every step whatever the agent does, more than the ${sayNumber(worth)} that ${names} can add for the goal: ${sayNumber((100 * net) / (net + worth))} % is earned by doing nothing.`,
      why: "Trying risks the sure income and adds little to it. An agent will avoid whatever could end the episode, above all acting.",
      help: "Pay going on only together with the task ('… when moving', a product), or make the sure part small beside what the goal brings.",
      related: serving.map((paid) => ({
        start: paid.term.source[0],
        end: paid.term.source[1],
        message: `adds at most ${sayNumber(paid.once.hi - paid.once.lo)} a step`,
      })),
      fixes: reweigh(text, term, (facts.range(term.weight).hi * 0.1 * worth) / net),
      witness: () => showIdling(input, serving),
    },
  ];
}

/** What is sure on every step exceeds what the goal can add, and no success ends it. */
export function idlesAhead(facts: Facts): boolean {
  const found = sureIncome(facts);
  if (found === undefined || facts.length.success.length > 0 || combinationOf(facts.program) !== "sum") return false;
  const { worth } = servingTerms(facts);
  return worth > 0 && found.net > worth;
}

/** Step terms that read what the goal is about, and how much they can differ together. */
function servingTerms(facts: Facts): { serving: Paid[]; worth: number } {
  const wanted = goalSignals(facts);
  const serving = facts.paid.filter(
    (paid) => paid.term.timing === "step" && [...facts.reads(paid.term.node)].some((name) => wanted.has(name)),
  );
  return { serving, worth: serving.reduce((sum, { once }) => sum + (once.hi - once.lo), 0) };
}

/** What the goal is about, beside what the failing ends are about: not failing may well be paid on every step. */
function goalSignals(facts: Facts): ReadonlySet<string> {
  const failing = new Set(facts.length.failure.flatMap((end) => [...facts.reads(end)]));
  return new Set(facts.program.goals.flatMap((goal) => [...facts.reads(goal.node)]).filter((name) => !failing.has(name)));
}

/** Doing nothing to the end, against doing the task at its best for half the time and then failing. */
function showIdling({ program, facts }: PatternInput, serving: readonly Paid[]): Witness | undefined {
  const failure = program.ends.find((end) => end.outcome === "failure");
  const going: Choice = Object.assign({}, ...program.ends.map((end) => satisfy(facts, end.node, false)));
  if (failure === undefined) return undefined;
  const names = serving.map(({ term }) => term.name);
  const reads = new Set(serving.flatMap(({ term }) => [...facts.reads(term.node)]));
  const best = searchRecord(sliceProgram(program, names), reads, going, (result) => paidBy(result, names));
  const long = stalledSteps(facts);
  const short = Math.max(1, Math.floor(long / 2));
  const idle = buildEpisode(program, "idles", [{ steps: long, cycle: [going] }]);
  const tries = buildEpisode(program, "tries", [
    { steps: short - 1, cycle: [best] },
    { steps: 1, cycle: [{ ...best, ...satisfy(facts, failure.node, true) }] },
  ]);
  return confirmWitness(
    program,
    idle,
    tries,
    (earned, honestly) =>
      `Doing nothing for ${sayCount(long, "step")} earns ${sayNumber(earned)}; doing the task perfectly for ${sayCount(short, "step")} and then failing earns ${sayNumber(honestly)}.`,
  );
}
