// RH503: a judge's verdict is paid by itself, with nothing that a text without content would fail.
import type { Fix, Severity, Witness } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { isWritable, trustOf } from "../../../facts/judge-trust.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { type Choice, oneRecord } from "../../../witness/build-episode.ts";
import { isClean, playEpisodes } from "../../../witness/play-episodes.ts";
import { paidBy, searchRecord, tellingValues } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { placeOf } from "../../combination.ts";
import { payWhen } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";
import { isGuarded, isJudge, isSeconded } from "./guards.ts";

/** Below this share of everything that can be earned a judge is a side note. */
const SIDE_NOTE = 0.25;
const LEAST_WORDS = 8;

export const rule: Pattern = {
  code: "RH503",
  name: "unguarded-judge",
  severity: "warning",
  summary: "A judge's verdict is paid without a check that there is anything to judge.",
  classes: ["unguarded-judge"],
  evidence: [
    {
      title: "One Token to Fool LLM-as-a-Judge, 2025",
      url: "https://arxiv.org/abs/2507.08794",
      says: "Content-free answers such as ':' or 'Solution' win verdicts from judges, with false-positive rates reported up to 80–90 %.",
    },
    {
      title: "Cooper: Co-Optimizing Policy and Reward Models, 2025",
      says: "Rules are precise but brittle, models flexible but hackable; a verdict should need both.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return facts.paid.flatMap((paid) => {
    if (paid.term.role !== "objective" || paid.weight === 0 || !(paid.once.hi > 0)) return [];
    const judges = [...facts.reads(paid.term.node)].flatMap((name) => facts.signals.get(name) ?? []).filter(isJudge);
    const bare = judges.filter((judge) => facts.direction(paid.term.node, judge.name) !== "-" && !isGuarded(facts, paid, judge));
    return bare.length === 0 ? [] : [report(input, paid, bare)];
  });
}

function report(input: PatternInput, paid: Paid, judges: readonly SignalDeclaration[]): Finding {
  const { facts } = input;
  const { term } = paid;
  const judge = judges[0]!;
  const share = shareOf(facts, paid);
  const seconded = judges.every((each) => isSeconded(facts, paid, each));
  const severity: Severity = share < SIDE_NOTE || seconded ? "info" : "warning";
  const part = share < 1 ? ` (${sayNumber(100 * share)} % of what can be earned)` : "";
  return {
    at: placeOf(facts, term.source, term.node),
    severity,
    message: `'${term.name}' pays the verdict of '${judge.name}' by itself${part}: nothing checks that the answer has any content.`,
    why: "Judges can be won by answers without content (':', 'Solution'), by flattery and by text addressed to them. What wins is found by chance early in training and then repeated.",
    help: "Let a check that the judge cannot be talked out of decide whether the verdict counts: a verified condition ('when correct'), or a 'require' on a minimum of content.",
    related: judges.map(({ source, name }) => ({ start: source[0], end: source[1], message: `'${name}' is a judge` })),
    fixes: guardFixes(input, paid),
    witness: () => showEmptyAnswer(input, paid, judges),
  };
}

function shareOf(facts: Facts, { episode }: Paid): number {
  const all = facts.paid.reduce((sum, other) => sum + (other.term.role === "objective" ? Math.max(0, other.episode.hi) : 0), 0);
  return Number.isFinite(all) && all > 0 ? episode.hi / all : 1;
}

function guardFixes({ program, facts, text }: PatternInput, { term }: Paid): Fix[] {
  const checks = program.signals.filter(
    (signal) =>
      signal.type.kind === "bool" && trustOf(signal) === "verified" && signal.from?.kind !== "human" && !signal.optional,
  );
  const gated = checks.slice(0, 1).flatMap((signal) => payWhen(text, term, signal.name));
  const written = program.signals.find(
    (signal) => signal.type.kind === "text" && signal.type.alternatives === undefined && isWritable(signal),
  );
  if (written === undefined || (written.timing === "step" && term.timing !== "step")) return gated;
  const lowest = Number.isFinite(facts.terms.lo) ? writeNumber(Math.min(0, Math.floor(facts.terms.lo))) : "0";
  const indent = /[ \t]*$/.exec(text.slice(0, term.source[0]))?.[0] ?? "  ";
  const line = `\n${indent}require says_something = length(words(${written.name})) >= ${LEAST_WORDS} else ${lowest}`;
  const title = `Require at least ${LEAST_WORDS} words in '${written.name}'`;
  return [{ title, safe: false, edits: [{ start: term.source[1], end: term.source[1], text: line }] }, ...gated];
}

/** The judge's best verdict on an answer that has nothing else to show, against the same verdict on the best answer. */
function showEmptyAnswer(
  { program, facts }: PatternInput,
  { term }: Paid,
  judges: readonly SignalDeclaration[],
): Witness | undefined {
  const verdict: Choice = {};
  for (const judge of judges) verdict[judge.name] = best(program, judge, term.name);
  const answers = Object.fromEntries(
    program.signals
      .filter((signal) => isWritable(signal) && signal.type.kind === "text" && signal.type.alternatives === undefined)
      .map(({ name }) => [name, ":"]),
  );
  const others = program.signals.filter((signal) => !judges.includes(signal) && signal.type.kind !== "text");
  const objectives = facts.paid.filter((paid) => paid.term.role === "objective").map((paid) => paid.term.name);
  const good = searchRecord(
    program,
    others.map(({ name }) => name),
    { ...verdict },
    (result) => paidBy(result, objectives) + goalOf(result.goal),
  );
  const [empty, honest] = [oneRecord(program, "empty", { ...verdict, ...answers }), oneRecord(program, "honest", good)];
  const [result, other] = playEpisodes(program, [empty, honest]);
  if (result === undefined || other === undefined || !isClean(result) || !isClean(other) || !(result.unshaped! > 0))
    return undefined;
  const [earned, honestly] = [result.unshaped!, other.unshaped!];
  const shown = Object.keys(answers).length > 0 ? "The answer ':'" : "An answer with nothing but the verdict";
  const explanation = `${shown} that '${judges[0]!.name}' likes earns ${sayNumber(earned)}; the best answer earns ${sayNumber(honestly)}.`;
  return { episode: empty, honest, return: earned, honestReturn: honestly, explanation };
}

function best(program: PatternInput["program"], judge: SignalDeclaration, term: string) {
  const found = searchRecord(sliceProgram(program, [term]), [judge.name], {}, (result) => paidBy(result, [term]));
  return found[judge.name] ?? tellingValues(judge).at(-1)!;
}

const goalOf = (goal: unknown): number => (goal === true ? 1 : 0);
