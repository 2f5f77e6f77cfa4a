// RH301: something positive is added up as often as the policy likes.
import type { Fix, Severity } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { combinationOf, placeOf } from "../../combination.ts";
import { payOnce, rewriteValue } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { type Count, countsOf } from "./counts.ts";
import { reportExtremes } from "./report-extremes.ts";
import { showRepetition } from "./witness.ts";

export const rule: Pattern = {
  code: "RH301",
  name: "sum-over-policy-chosen-count",
  severity: "warning",
  summary: "A sum of positive parts whose number the policy chooses.",
  classes: ["count-proportional", "farmable-event"],
  thresholds: {
    share: {
      default: 0.1,
      doc: "What a charge for a count must come to, as a share of all other pay, to make the smallest count the aim.",
      min: 0,
    },
  },
  evidence: [
    {
      title: "On Designing Effective RL Reward at Training Time for LLM Reasoning, 2024",
      url: "https://arxiv.org/abs/2410.15115",
      says: "Summed process-reward scores invite repeating a correct but useless step; bounding each step or paying differences removes it.",
    },
    {
      title: "SpeakRL, 2025",
      says: "Questions must be paid for being right and timely, not by their number.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  if (combinationOf(input.program) !== "sum") return [];
  const paying = input.facts.paid.filter(({ term, once, weight }) => term.role === "objective" && weight !== 0 && once.hi > 0);
  const counted = paying.flatMap((paid) => {
    const count = countsOf(input.facts, paid)[0];
    return count === undefined ? [] : [report(input, paid, count)];
  });
  const places = new Set(counted.map(({ at }) => at[0]));
  return [...counted, ...reportExtremes(input).filter(({ at }) => !places.has(at[0]))];
}

function report(input: PatternInput, paid: Paid, count: Count): Finding {
  const { facts } = input;
  const { term } = paid;
  const most = paid.episode.hi;
  const rest = bestWithout(facts, paid);
  const amount = Number.isFinite(most) ? `up to ${sayNumber(most)} an episode` : "without bound";
  const against = rest > 0 ? `; everything else can earn ${sayNumber(rest)}` : "";
  return {
    at: placeOf(facts, term.source, term.node),
    severity: severityOf(most, rest, count),
    message: `'${term.name}' pays for each ${count.item}, and the policy chooses how many there are: ${amount}${against}.`,
    why: `Another ${count.item} always pays, whether it helps or not. An agent will repeat what is cheapest to repeat.`,
    help: count.steps
      ? `Pay it once ('once'), pay the best ('max(…) over steps') or the mean, charge bad ones only ('min(x - 0.5, 0)'), or pay the change of a potential ('shaping').`
      : `Pay up to a number that is enough ('min(…, 3)'), pay its presence ('… > 0'), or divide by a fixed number.`,
    related: count.because.map(({ source, note }) => ({ start: source[0], end: source[1], message: note })),
    fixes: limitingFixes(input.text, paid, count),
    witness: () => showRepetition(input, paid, count),
  };
}

function severityOf(most: number, rest: number, count: Count): Severity {
  if (count.gated) return "info";
  return most >= rest ? "warning" : "info";
}

/** The most all other objectives can earn in an episode. */
function bestWithout(facts: Facts, paid: Paid): number {
  return facts.paid
    .filter((other) => other !== paid && other.term.role === "objective")
    .reduce((sum, { episode }) => sum + Math.max(0, episode.hi), 0);
}

function limitingFixes(text: string, { term }: Paid, count: Count): Fix[] {
  if (!count.steps) return rewriteValue(text, term, "Pay for the first one only: min(…, 1)", (value) => `min(${value}, 1)`);
  if (count.event) return payOnce(text, term);
  return rewriteValue(
    text,
    term,
    "Charge weak ones only: min(… - 0.5, 0)",
    (value) => `min(${/^[\w.]+$/.test(value) ? value : `(${value})`} - 0.5, 0)`,
  );
}
