// RH314: what must not happen neither ends the episode nor costs anything, and the income goes on; or it goes on being charged.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import { type UnwantedEvent, unwantedEvents } from "../../../facts/unwanted-events.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { combinationOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { reportEndlessCharge } from "./endless-charge.ts";

export const rule: Pattern = {
  code: "RH314",
  name: "missing-termination",
  severity: "warning",
  summary: "What must not happen ends nothing and costs nothing, and the income goes on.",
  classes: ["missing-termination"],
  evidence: [
    {
      title: "openai/retro, issue 160",
      url: "https://github.com/openai/retro/issues/160",
      says: "A lost life is not charged and puts the game back where points are easy: an endless cycle of dying and scoring.",
    },
    {
      title: "Murphy, SIGBOVIK 2013",
      says: "In Bubble Bobble the program dies on purpose, because that brings it to where it would rather be.",
    },
    {
      title: "decisionforce/pgdrive, issue 253",
      url: "https://github.com/decisionforce/pgdrive/issues/253",
      says: "Leaving the road did not end the episode and was charged on every step of the rest, down to -6000.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (program.oneShot || facts.length.most <= 1 || program.total !== undefined) return [];
  const income = earning(facts);
  if (income === undefined) return [];
  const events = unwantedEvents(facts);
  return [
    ...events.filter((event) => !event.paid && !event.ends).map((event) => report(input, event, income)),
    ...(combinationOf(program) === "sum" ? reportEndlessCharge(input, events) : []),
  ];
}

/** The step term that pays most, again and again; a learned bonus beside what must not happen is another rule's. */
function earning(facts: Facts): Paid | undefined {
  const going = facts.paid.filter(
    ({ term, once, repeats }) =>
      term.role === "objective" && term.timing === "step" && repeats > 1 && once.hi > 0 && facts.trust(term.node) !== "learned",
  );
  return going.toSorted((a, b) => b.once.hi - a.once.hi)[0];
}

function report({ program, text }: PatternInput, { signal, wish }: UnwantedEvent, income: Paid): Finding {
  const { name, source } = signal;
  const pays = Number.isFinite(income.once.hi) ? `up to ${sayNumber(income.once.hi)}` : "without bound";
  return {
    at: source,
    message: `Nothing happens where '${name}' holds, although ${wish.because}: it ends no episode, no term charges it, and '${income.term.name}' goes on paying ${pays} a step.`,
    why: "An agent is indifferent to it, and seeks it where it is a short cut: a reset that brings it back to what pays, a state in which the income is easier.",
    help: `End the episode ('ends when ${name} as failure'), charge it ('penalty ${name} weight w = ${name}') with more than it can bring, or pay nothing from there on ('… when count_so_far(${name}) == 0').`,
    related: [
      { start: wish.at[0], end: wish.at[1], message: wish.note },
      { start: income.term.source[0], end: income.term.source[1], message: `pays ${pays} a step` },
    ].filter(({ start }) => start !== source[0]),
    fixes: charge(program.terms.at(-1)?.source, text, name, program.terms),
  };
}

/** A penalty worth what the highest step pays. */
function charge(
  last: readonly [number, number] | undefined,
  text: string,
  name: string,
  terms: readonly { name: string }[],
): Fix[] {
  if (last === undefined || terms.some((term) => term.name === name)) return [];
  const indent = /^\s*/.exec(text.slice(0, last[0]).split("\n").at(-1) ?? "")?.[0] ?? "";
  const edit = { start: last[1], end: last[1], text: `\n${indent}penalty ${name} = ${name}` };
  return [{ title: `Charge '${name}' (set the weight to what it may bring)`, safe: false, edits: [edit] }];
}
