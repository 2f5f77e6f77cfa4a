// How the terms of a program take answers that are listed, negated, taken back or cut short: texts are made from what the spec
// itself searches for, and tried. It must not know rules.
import type { Program, SignalDeclaration } from "../../runtime/program.ts";
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";
import { findSlots } from "../acceptance/slots.ts";
import { accepts, flagsOf, readPattern, writeText } from "../acceptance/write-text.ts";
import type { Facts } from "../facts/facts.ts";
import { signalRange } from "../facts/infer-range.ts";
import { isWritable } from "../facts/judge-trust.ts";
import { payDirection } from "../facts/pay-direction.ts";
import { factOf } from "../facts/remember.ts";
import { type Search, searchesOf } from "../facts/text-searches.ts";
import { nodesBelow } from "../facts/trace-reads.ts";
import type { Paid } from "../facts/value-terms.ts";
import { type Choice, oneRecord } from "./build-episode.ts";
import { writtenAs } from "./form-texts.ts";
import { playEpisodes } from "./play-episodes.ts";
import { isReference, REFERENCE, referenceTexts } from "./reference-texts.ts";
import { paidBy } from "./search-record.ts";

/** How an answer is written where the right one is REFERENCE. */
export type Trick = "listed first" | "listed last" | "listed bare" | "negated" | "taken back" | "cut short" | "left out";

export interface Probe {
  paid: Paid;
  /** What finds the answer; undefined where the text itself is compared. */
  search?: Search;
  /** The answer stands in the text as it is, without a mark. */
  bare: boolean;
  wrong: Episode;
  /** Those that earn what the right answer does. */
  passed: ReadonlyMap<Trick, { text: string; episode: Episode }>;
}

const OTHERS = ["41", "43"] as const;
/** Of what the right answer earns beyond a wrong one; the rest may go for length. */
const AS_GOOD = 0.9;
const MOST_FORMS = 12;

interface Form {
  write: (answer: string) => string;
  search?: Search;
}

export const probesOf = factOf((facts: Facts): Probe[] => {
  const { program } = facts;
  const around = surroundings(facts);
  return facts.paid.flatMap((paid) => {
    const { term, weight } = paid;
    if (term.role !== "objective" || weight === 0 || !comparesReference(facts, paid)) return [];
    return probe(facts, program, paid, around) ?? [];
  });
});

/** Reads a text of the policy, and a text or number that others give to compare with. */
function comparesReference(facts: Facts, { term }: Paid): boolean {
  const signals = [...facts.reads(term.node)].flatMap((name) => facts.signals.get(name) ?? []);
  const written = signals.some(
    (signal) => isWritable(signal) && signal.type.kind === "text" && signal.type.alternatives === undefined,
  );
  const isGold = (signal: SignalDeclaration): boolean =>
    isReference(signal, true) || (signal.type.kind === "number" && signal.trust === "verified" && !isWritable(signal));
  return written && signals.some(isGold);
}

function probe(facts: Facts, program: Program, paid: Paid, around: Choice): Probe | undefined {
  const record = (text: string): Episode => oneRecord(program, text, { ...around, ...writtenAs(facts, text) });
  const pays = (result: EpisodeResult): number => paidBy(result, [paid.term.name]);
  const forms = formsOf(facts, paid);
  const results = playEpisodes(
    program,
    forms.flatMap(({ write }) => [record(write(REFERENCE)), record(write(OTHERS[1]))]),
  );
  const index = forms.findIndex((_, at) => {
    const [right, wrong] = [results[2 * at]!, results[2 * at + 1]!];
    return pays(right) > pays(wrong) && (right.unshaped ?? 0) > (wrong.unshaped ?? 0) && right.invalid.length === 0;
  });
  const form = forms[index];
  if (form === undefined) return undefined;
  const [right, wrong] = [results[2 * index]!, results[2 * index + 1]!];
  const tricks = Object.entries(tricksOf(form.write)).map(([trick, text]) => ({
    trick: trick as Trick,
    text,
    episode: record(text),
  }));
  const tried = playEpisodes(
    program,
    tricks.map(({ episode }) => episode),
  );
  const isAsGood = (of: (result: EpisodeResult) => number, result: EpisodeResult): boolean =>
    of(result) >= of(wrong) + AS_GOOD * (of(right) - of(wrong));
  const passed = tricks.filter((_, at) => isAsGood(pays, tried[at]!) && isAsGood((result) => result.unshaped ?? 0, tried[at]!));
  return {
    paid,
    ...(form.search === undefined ? {} : { search: form.search }),
    bare: form.write("") === "",
    wrong: record(form.write(OTHERS[1])),
    passed: new Map(passed.map(({ trick, text, episode }) => [trick, { text, episode }])),
  };
}

function tricksOf(write: (answer: string) => string): Record<Trick, string> {
  const [before, after] = OTHERS;
  return {
    "listed first": [REFERENCE, before, after].map(write).join("\n"),
    "listed last": [before, after, REFERENCE].map(write).join("\n"),
    "listed bare": `${before}, ${REFERENCE} or ${after}`,
    negated: `It is not ${write(REFERENCE)} at all.`,
    "taken back": `${write(REFERENCE)}\nNo, that is wrong. It is something else.`,
    "cut short": write(REFERENCE.slice(0, 1)),
    "left out": write(""),
  };
}

/** References are REFERENCE, in text and in number; what others say about the answer is at its best. */
function surroundings(facts: Facts): Choice {
  const choice: Choice = referenceTexts(facts, true);
  for (const signal of facts.program.signals) {
    if (isWritable(signal) || signal.name in choice) continue;
    if (signal.type.kind === "bool")
      choice[signal.name] = !facts.paid.some((paid) => payDirection(facts, paid, signal.name) === "-");
    if (signal.type.kind === "number") choice[signal.name] = within(signal, Number(REFERENCE));
  }
  return choice;
}

function within(signal: SignalDeclaration, value: number): number {
  const { lo, hi } = signalRange(signal);
  return Math.min(hi, Math.max(lo, value));
}

/** Ways in which the text may hold an answer, by what the term searches for. */
function formsOf(facts: Facts, { term }: Paid): Form[] {
  const below = nodesBelow(facts.program, term.node);
  const searches = searchesOf(facts).filter(({ node, text }) => below.has(node) && readsPolicy(facts, text));
  const marked = searches.flatMap((search) => formsFor(search));
  const heads = searches.filter(({ operator }) => operator === "after").flatMap(({ literals }) => literals);
  const headed = heads.flatMap((head) =>
    marked.map(({ write, search }) => ({ write: (answer: string) => head + write(answer), search })),
  );
  const found = searches.find(({ operator }) => operator === "contains" || operator === "matches");
  const bare: Form = { write: (answer) => answer, ...(found === undefined ? {} : { search: found }) };
  return [bare, ...[...marked, ...headed].slice(0, MOST_FORMS)].map(({ write, search }) =>
    search === undefined ? { write } : { write, search },
  );
}

function readsPolicy(facts: Facts, node: number): boolean {
  return [...facts.reads(node)].some((name) => isWritable(facts.signals.get(name)!));
}

function formsFor(search: Search): Form[] {
  const { pattern, literals, operator } = search;
  if (pattern !== undefined) {
    const tree = readPattern(pattern.source, pattern.flags);
    if (tree === undefined) return [];
    const write = (answer: string): string =>
      writeText(tree, flagsOf(pattern.flags), { optional: 0, inner: answer, hole: answer }) ?? answer;
    const whole = write("x") === write("y");
    // A reference beside other content is the name of a format, not an answer.
    if (!whole) return pattern.holes.length > 0 && findSlots(tree, flagsOf(pattern.flags)).all > 0 ? [] : [{ write, search }];
    return pattern.holes.length === 0 && accepts(pattern.source, pattern.flags, REFERENCE)
      ? [{ write: (answer) => answer, search }]
      : [];
  }
  const [literal] = literals;
  if (literal === undefined || literal === "") return [];
  if (operator === "after") return [{ write: (answer) => literal + answer, search }];
  const close = closing[literal.at(-1)!];
  return operator === "bracketed" && close !== undefined ? [{ write: (answer) => literal + answer + close, search }] : [];
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };
