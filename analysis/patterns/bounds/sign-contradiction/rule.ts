// RH106: a term moves against what its signal is declared to mean: its direction, a hazard, an outcome, or the goal.
import type { Monotone } from "../../../../runtime/operators/operator.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { payDirection, strictEnds } from "../../../facts/pay-direction.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { type Wish, wishesOf } from "../../../facts/wishes.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { spread } from "../../../witness/search-record.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { paysBothWays } from "./pays-both-ways.ts";
import { reportReversed, reportSigned } from "./report.ts";
import { reversedParts } from "./reversed-parts.ts";
import { signFixes } from "./sign-fixes.ts";
import { signedErrors } from "./signed-errors.ts";

export const rule: Pattern = {
  code: "RH106",
  name: "sign-contradiction",
  severity: "error",
  summary: "A term pays for what the spec says is unwanted, or charges for what it says is wanted.",
  classes: ["sign-error"],
  evidence: [
    {
      title: "Effective Reward Specification in Deep Reinforcement Learning, 2024",
      says: "Misspecified signs show up as unexpected behaviour only after training; they can be checked before.",
    },
    {
      title: "Fine-Tuning Language Models from Human Preferences, 2019",
      url: "https://arxiv.org/abs/1909.08593",
      says: "A refactoring flipped the sign of the reward and of the KL term; the model learned to produce the worst possible text, fluently.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  const found = [...facts.signals.values()].flatMap((signal) => {
    const wish = wishesOf(facts, signal)[0];
    if (wish === undefined) return [];
    return [...contradictions(input, signal, wish), ...facts.paid.flatMap((paid) => folded(input, paid, signal, wish) ?? [])];
  });
  const known = new Set(found.map(({ at }) => `${at}`));
  const further = [
    ...reversedParts(facts).map((reversed) => reportReversed(input, reversed)),
    ...signedErrors(facts).map((error) => reportSigned(input, error)),
  ];
  for (const finding of further) {
    if (known.has(`${finding.at}`)) continue;
    known.add(`${finding.at}`);
    found.push(finding);
  }
  return found;
}

/** Terms against the wish, where everything paid together moves against it. */
function contradictions(input: PatternInput, signal: SignalDeclaration, wish: Wish): Finding[] {
  const { facts } = input;
  const against: Monotone = wish.direction === "+" ? "-" : "+";
  const moving = facts.paid.filter((paid) => paid.once.lo !== paid.once.hi && payDirection(facts, paid, signal.name) !== "0");
  if (moving.length === 0 || moving.some((paid) => payDirection(facts, paid, signal.name) !== against)) return [];
  return moving.filter((paid) => speaksAgainst(facts, paid, signal, wish)).map((paid) => report(input, paid, signal, wish));
}

/**
 * Whether a term is about the signal itself, not about something near it. A cost may rightly rise with something the goal wants
 * more of (tokens, time), so a penalty counts only for events.
 */
function speaksAgainst(facts: Facts, { term }: Paid, signal: SignalDeclaration, wish: Wish): boolean {
  const ends = strictEnds(facts, term.node, signal);
  if (ends === undefined || (wish.role !== undefined && wish.role !== term.role)) return false;
  if (wish.said) return ends.moves;
  return ends.strict && (term.role === "objective" || signal.type.kind === "bool");
}

function report(input: PatternInput, paid: Paid, signal: SignalDeclaration, wish: Wish): Finding {
  const { term } = paid;
  const more = signal.type.kind === "bool" ? `'${signal.name}' is true` : `'${signal.name}' rises`;
  const effect = wish.direction === "+" ? "less" : "more";
  return {
    at: placeOf(input.facts, term.source, term.node),
    message: `'${term.name}' pays ${effect} when ${more}, but ${wish.because}.`,
    why: `The optimum of this reward is the opposite of what is wanted: an agent will ${wish.direction === "+" ? "avoid" : "seek"} '${signal.name}'.`,
    help: `Turn the sign round: ${term.role === "objective" ? "make it a penalty, or negate the formula" : "make it an objective, or charge for the opposite"}.`,
    related: [{ start: wish.at[0], end: wish.at[1], message: wish.note }],
    fixes: signFixes(input.text, paid),
    witness: () => showReversal(input, paid, signal, wish),
  };
}

/** |x| where only one sign of x is wanted. */
function folded(input: PatternInput, paid: Paid, signal: SignalDeclaration, wish: Wish): Finding | undefined {
  const fold = paysBothWays(input.facts, paid, signal, wish.direction);
  if (fold === undefined) return undefined;
  const { term } = paid;
  const name = signal.name;
  const amounts = `${sayNumber(fold.wrongPay)} for ${name} = ${sayNumber(fold.wrong)} and ${sayNumber(fold.quietPay)} for ${name} = ${sayNumber(fold.quiet)}`;
  return {
    at: placeOf(input.facts, term.source, term.node),
    severity: "warning",
    message: `'${term.name}' pays more at the wrong end of '${name}': ${amounts}, but ${wish.because}.`,
    why: `The sign of '${name}' is lost, as in abs(x) or x^2, so moving the wrong way pays as well as moving the right way.`,
    help: `Keep the sign: pay '${name}' itself, or only its wanted side with 'max(0, …)'.`,
    related: [{ start: wish.at[0], end: wish.at[1], message: wish.note }],
    witness: () =>
      confirmWitness(
        input.program,
        oneRecord(input.program, "unwanted", { [name]: spread(signal, fold.wrong) }),
        oneRecord(input.program, "idle", { [name]: spread(signal, fold.quiet) }),
        (earned, honestly) =>
          `${name} = ${sayNumber(fold.wrong)} earns ${sayNumber(earned)}, ${name} = ${sayNumber(fold.quiet)} earns ${sayNumber(honestly)}.`,
      ),
  };
}

/** The signal at its wrong end against its right end, all else the same. */
function showReversal({ program, facts }: PatternInput, paid: Paid, signal: SignalDeclaration, wish: Wish) {
  const ends = strictEnds(facts, paid.term.node, signal);
  if (ends === undefined) return undefined;
  const [wrong, right] = wish.direction === "+" ? [ends.low, ends.high] : [ends.high, ends.low];
  const shown = (value: number) => (signal.type.kind === "bool" ? String(value === 1) : sayNumber(value));
  const value = (at: number) => spread(signal, signal.type.kind === "bool" ? at === 1 : at);
  return confirmWitness(
    program,
    oneRecord(program, "unwanted", { [signal.name]: value(wrong) }),
    oneRecord(program, "wanted", { [signal.name]: value(right) }),
    (earned, honestly) =>
      `${signal.name} = ${shown(wrong)} earns ${sayNumber(earned)}, ${signal.name} = ${shown(right)} earns ${sayNumber(honestly)}.`,
  );
}
