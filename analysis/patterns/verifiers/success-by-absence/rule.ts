// RH516: success is concluded from nothing having been reported: no failures, no output, exit code 0.
import type { Fix, Witness } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { elementKind, signalRange } from "../../../facts/infer-range.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { type Silence, silenceOf } from "../../../facts/silence.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { oneRecord, quietValue } from "../../../witness/build-episode.ts";
import { isClean, playEpisodes } from "../../../witness/play-episodes.ts";
import { referenceTexts } from "../../../witness/reference-texts.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { payWhen } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH516",
  name: "success-by-absence",
  severity: "warning",
  summary: "Success is concluded from the absence of failures, so that a crash or nothing at all passes.",
  classes: ["fail-open-verifier"],
  thresholds: {
    share: { default: 0.5, doc: "Share of the most that can be earned that silence has to earn.", min: 0, max: 1 },
  },
  evidence: [
    {
      title: "SWE-smith: a collection error counts as success",
      says: "A run in which no test was collected reported no failure either, and was graded as solved.",
    },
    {
      title: "Terminal-Bench tasks graded by the number of failing tests",
      says: "Tests that are skipped, or never run, fail as rarely as tests that pass.",
    },
  ],
  check,
};

/** Sources of reports on what was done; what a world does is no report. */
const reporters: ReadonlySet<string> = new Set(["verifier", "agent", "human", "judge", "model"]);

function check(input: PatternInput): Finding[] {
  const { program, facts } = input;
  const silence = silenceOf(facts);
  if (silence === undefined || combinationOf(program) === "other" || isWanted(input, silence)) return [];
  const most = facts.terms.hi;
  if (!(most > 0) || !(silence.pay >= input.threshold("share") * most)) return [];
  return facts.paid.flatMap((paid) => {
    const absent = absentIn(input, paid, silence);
    return absent.length === 0 ? [] : [report(input, paid, absent, silence)];
  });
}

/** The reports whose absence alone makes a term pay all it can; none where something present decides too. */
function absentIn({ facts }: PatternInput, paid: Paid, silence: Silence): SignalDeclaration[] {
  const { term } = paid;
  const earned = silence.terms.get(term.name) ?? 0;
  if (term.role !== "objective" || paid.repeats > 1 || !(earned > 0) || earned < paid.once.hi) return [];
  const read = [...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))];
  const signals = read.flatMap((name) => facts.signals.get(name) ?? []);
  if (signals.length === 0 || !signals.every(isReport)) return [];
  return signals.filter((signal) => payDirection(facts, paid, signal.name) !== "+" && decides(facts, paid, signal));
}

/** A share, a grade or a probability that somebody gave: 0 is a verdict too. */
const grades: ReadonlySet<string> = new Set(["human", "judge", "model"]);

/** Something said at the end about what was done, which is silent at the end of its range. */
function isReport(signal: SignalDeclaration): boolean {
  const isGraded = elementKind(signal.type) === "number" && signal.integer !== true;
  if (isGraded && grades.has(signal.from?.kind ?? "")) return false;
  if (signal.timing === "start" || signal.from?.kind === "dataset" || signal.from?.kind === "reference") return true;
  if (elementKind(signal.type) === "number" && quietValue(signal) !== signalRange(signal).lo) return false;
  return (
    signal.from === undefined || reporters.has(signal.from.kind) || (signal.integer === true && signal.from.kind !== "policy")
  );
}

/** Anything else that it says makes the term pay less. */
function decides(facts: PatternInput["facts"], paid: Paid, signal: SignalDeclaration): boolean {
  if (signal.timing === "start" || signal.from?.kind === "dataset" || signal.from?.kind === "reference") return false;
  const element = elementKind(signal.type);
  if (element === "text") return true;
  const said = element === "bool" ? true : signal.integer === true ? 1 : signalRange(signal).hi;
  if (signal.type.kind !== "number" && signal.type.kind !== "bool") return true;
  const [result] = playEpisodes(facts.program, [
    oneRecord(facts.program, "said", { ...referenceTexts(facts), [signal.name]: said as number }),
  ]);
  const pays = (result?.terms[paid.term.name] ?? []).reduce((sum, value) => sum + value, 0);
  return result !== undefined && pays < paid.once.hi;
}

/** The goal is reached in silence as well: that nothing happens is what is wanted. */
function isWanted({ program, facts }: PatternInput, { goal }: Silence): boolean {
  return program.goals.some(({ node }, index) => {
    const reached = index === 0 ? goal : undefined;
    const { lo, hi } = facts.range(node);
    if (typeof reached === "boolean") return reached;
    return typeof reached === "number" && Number.isFinite(hi - lo) && reached > lo + (hi - lo) / 2;
  });
}

function report(input: PatternInput, paid: Paid, absent: readonly SignalDeclaration[], silence: Silence): Finding {
  const { facts } = input;
  const { term } = paid;
  const names = quoteNames(absent.map(({ name }) => name));
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays ${sayNumber(paid.once.hi)}, all it can, where ${names} ${absent.length === 1 ? "reports" : "report"} nothing: ${sayNumber((100 * silence.pay) / facts.terms.hi)} % of what can be earned is paid for silence.`,
    why: "A crash before the first test, an empty submission and a run cut short report no failure either. An agent finds out that breaking the check is easier than passing it.",
    help: "Ask for positive evidence: as many passes as were expected ('passed == expected', where 'expected' is at least 1), or a result that is there.",
    related: absent.map(({ source, name }) => ({
      start: source[0],
      end: source[1],
      message: `'${name}' is silent where nothing ran`,
    })),
    fixes: evidenceFixes(input, paid, absent),
    witness: () => showSilence(input, silence),
  };
}

/** A count of the same source that is 0 where nothing ran, against one that never is. */
function evidenceFixes({ program, text }: PatternInput, { term }: Paid, absent: readonly SignalDeclaration[]): Fix[] {
  const counts = program.signals.filter(
    (signal) => signal.integer === true && signal.trust === "verified" && !absent.includes(signal),
  );
  const expected = counts.find((signal) => (signal.range?.[0] ?? 0) >= 1);
  const passed = counts.find((signal) => signal !== expected && signal.tags.direction !== "down");
  if (passed === undefined || term.timing !== passed.timing) return [];
  return payWhen(text, term, expected === undefined ? `${passed.name} > 0` : `${passed.name} == ${expected.name}`);
}

function showSilence({ program, facts }: PatternInput, silence: Silence): Witness | undefined {
  const missing = Object.fromEntries(program.signals.filter(({ optional }) => optional).map(({ name }) => [name, null]));
  const episode = oneRecord(program, "silent", { ...referenceTexts(facts), ...missing });
  const [result] = playEpisodes(program, [episode]);
  if (result === undefined || !isClean(result)) return undefined;
  const goal = result.goal === false || result.goal === 0 ? " and does not reach the goal" : "";
  return { episode, return: silence.pay, explanation: `Reporting nothing at all earns ${sayNumber(silence.pay)}${goal}.` };
}
