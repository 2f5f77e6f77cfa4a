// RH802: through training a weight, a factor or a condition changes from one update to the next, and with it much of what is paid.
import { changeBetween, type Schedule, schedulesOf, valuesOf } from "../../../facts/schedules.ts";
import { combinationOf, placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { sayClock } from "../say-clock.ts";

export const rule: Pattern = {
  code: "RH802",
  name: "schedule-jump",
  severity: "warning",
  summary: "A schedule jumps, and much of what is paid changes from one update to the next.",
  classes: [],
  thresholds: {
    share: {
      default: 0.3,
      doc: "The share of what all terms span that may change at once.",
      min: 0,
      max: 1,
    },
  },
  evidence: [
    {
      title: "Atom-Searcher: Enhancing Agentic Deep Research via Fine-Grained Atomic Thought Reward, 2025",
      says: "The process reward is handed over to the outcome along a straight line, so that no update meets another reward than the one before.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  if (combinationOf(input.program) === "other") return [];
  const all = input.facts.paid.reduce((sum, { episode }) => sum + episode.hi - episode.lo, 0);
  if (!Number.isFinite(all) || all === 0) return [];
  const found = schedulesOf(input.facts).filter(({ clock, use }) => clock === "training" && use !== "share");
  const reported = new Set<string>();
  return found.flatMap((schedule) => {
    const jump = jumpOf(schedule);
    const { term, episode } = schedule.paid;
    if (jump === undefined || reported.has(term.name)) return [];
    const values = valuesOf(schedule).map(({ value }) => Math.abs(value));
    const size = Math.abs(jump.after - jump.before) / Math.max(...values);
    const share = (size * (episode.hi - episode.lo)) / all;
    if (!(share > input.threshold("share"))) return [];
    reported.add(term.name);
    return [report(input, schedule, jump, share)];
  });
}

/** A change that stays however close one looks. */
function jumpOf(schedule: Schedule): { when: number; before: number; after: number } | undefined {
  if (schedule.use === "threshold") return undefined;
  const values = valuesOf(schedule);
  let steepest = 0;
  for (const [index, { value }] of values.entries()) {
    if (index > 0 && Math.abs(value - values[index - 1]!.value) > Math.abs(values[steepest + 1]!.value - values[steepest]!.value))
      steepest = index - 1;
  }
  const jump = changeBetween(schedule, values[steepest]!.when, values[steepest + 1]!.when);
  const rise = Math.abs(values[steepest + 1]!.value - values[steepest]!.value);
  return rise > 0 && Math.abs(jump.after - jump.before) > 0.9 * rise ? jump : undefined;
}

function report(
  { facts }: PatternInput,
  { paid, use, node, clock }: Schedule,
  { when, before, after }: { when: number; before: number; after: number },
  share: number,
): Finding {
  const { term } = paid;
  const what = use === "weight" ? "weight" : "factor";
  return {
    at: use === "weight" ? (term.weightSource ?? placeOf(facts, term.source, node)) : placeOf(facts, term.source, node),
    message: `The ${what} of '${term.name}' jumps from ${sayNumber(before)} to ${sayNumber(after)} at ${sayClock(clock, when)}: ${sayNumber(100 * share)} % of what all terms span, from one update to the next.`,
    why: "What was learned for the old reward is wrong for the new one overnight: values and advantages are off by the jump, and the policy often forgets before it adapts.",
    help: "Move it along a line: 'weight anneal(0.5, 0, training)', or 'ramp(training, 0.4..0.6)' where it should happen late.",
  };
}
