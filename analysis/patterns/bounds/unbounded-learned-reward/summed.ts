// A learned score that is bounded on each step and paid on every one: the sum is bounded by nothing but the length of the episode.
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { gatesOf, isTrustworthy, movedAtWorst, readsOfTerm, requiredBeside } from "../../../facts/gates.ts";
import { trustOf } from "../../../facts/judge-trust.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { rewriteValue } from "../../edit-term.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

/** Stands for an episode without a horizon. */
const LONG = 1000;
/** Share of its effect that a score may keep where everything else is at its worst. */
const CHECKED = 0.5;

/** The finding about a term of this kind that makes up most of what can be earned; undefined for any other, novelty included. */
export function summedScore(input: PatternInput, paid: Paid, leashed: boolean): Finding | undefined {
  const { facts, text } = input;
  const { term, once, repeats, telescoping } = paid;
  if (term.timing !== "step" || term.rate === "once" || telescoping) return undefined;
  if (repeats < input.threshold("steps") || !addsUp(paid)) return undefined;
  const share = mostOf(paid) / facts.paid.reduce((sum, other) => sum + (other.term.role === "objective" ? mostOf(other) : 0), 0);
  if (!(share >= input.threshold("share"))) return undefined;
  const scores = learnedScores(facts, paid);
  if (scores.length === 0 || isChecked(facts, paid, scores)) return undefined;
  const names = quoteNames(scores.map(({ name }) => name));
  const most = Number.isFinite(repeats)
    ? `up to ${sayNumber(mostOf(paid))} over ${sayNumber(repeats)} steps`
    : "without bound over an episode without a horizon";
  const part = share < 1 ? `, ${sayNumber(100 * share)} % of what can be earned` : ", and nothing else is paid";
  const means = term.when === undefined && term.rate === "step" && text !== "";
  return {
    at: placeOf(facts, term.source, term.node),
    severity: leashed ? "info" : "warning",
    message: `'${term.name}' pays the learned score ${names} again on every step: ${most}${part}.`,
    why: `A state that the model happens to like is worth ${sayNumber(once.hi)} on every step it lasts. An agent finds one and stays there, whatever the task.`,
    help: "Pay what the score rises by ('delta(…)'), its mean over the episode, or only in states that something other than a model confirms; and pay the task itself more.",
    related: scores.map(({ source, name }) => ({ start: source[0], end: source[1], message: `'${name}' is learned` })),
    fixes: means ? rewriteValue(text, term, "Pay its mean over the episode", (value) => `mean(${value}) over steps`) : [],
  };
}

function learnedScores(facts: Facts, paid: Paid): SignalDeclaration[] {
  const read = [...readsOfTerm(facts, paid)].flatMap((name) => facts.signals.get(name) ?? []);
  // Novelty is meant to be paid again and again: what is wrong with that is another pattern's to say.
  if (read.some(({ tags }) => tags.intrinsic !== undefined)) return [];
  return read.filter((signal) => trustOf(signal) === "learned" && payDirection(facts, paid, signal.name) !== "0");
}

/** The same can be earned on every step. */
function addsUp({ once, repeats, episode }: Paid): boolean {
  return (
    Number.isFinite(once.hi) &&
    once.hi > 0 &&
    (repeats === Number.POSITIVE_INFINITY || episode.hi >= once.hi * repeats * (1 - 1e-9))
  );
}

/** One thing, or several together, that no model decides make it worth little. */
function isChecked(facts: Facts, paid: Paid, scores: readonly SignalDeclaration[]): boolean {
  const names = new Set(scores.map(({ name }) => name));
  if (gatesOf(facts, paid, names, isTrustworthy).length > 0 || requiredBeside(facts, names, isTrustworthy)) return true;
  return movedAtWorst(facts, paid, [...names], isTrustworthy) < CHECKED;
}

function mostOf({ once, repeats, episode }: Paid): number {
  return Math.max(0, Math.min(episode.hi, once.hi * Math.min(repeats, LONG)));
}
