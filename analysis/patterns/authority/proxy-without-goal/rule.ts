// RH715: a goal is declared, and nothing that is paid, required or ends the episode reads anything the goal reads.
import type { Severity, Witness } from "../../../../compiler/diagnostics.ts";
import { isBounded } from "../../../../runtime/interval.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { endsOf, isForgeable } from "../../../facts/gates.ts";
import { goalDependence, type Wanted } from "../../../facts/goal-dependence.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { trustOf } from "../../../facts/judge-trust.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { type Choice, oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { searchRecord, spread } from "../../../witness/search-record.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH715",
  name: "proxy-without-goal",
  severity: "warning",
  summary: "Nothing that is paid reads anything the goal reads.",
  classes: ["proxy-gold-gap", "wrong-referent"],
  evidence: [
    {
      title: "A Deep Reinforced Model for Abstractive Summarization, 2017",
      url: "https://arxiv.org/abs/1705.04304",
      says: "Trained on ROUGE alone, summaries scored higher than any others and were hard to read.",
    },
    {
      title: "Lego line follower, Vamplew 2004",
      says: "Paid for being on the path, not for moving along it, the robot reversed along a straight by alternating turns.",
    },
    {
      title: "The Alignment Ceiling, 2023",
      says: "Reward model accuracy, RL score and downstream quality are assumed to be linked and often are not.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  const { wanted, unread, paying, stray, paid } = goalDependence(facts);
  if (wanted.size === 0 || unread.length < wanted.size || paying.length === 0) return [];
  const proxies = stray.filter(({ name }) => paid.has(name));
  const largest = paying.filter((one) => moves(facts, one, proxies)).toSorted((a, b) => worth(b) - worth(a))[0];
  if (largest === undefined || proxies.every(isOtherRules)) return [];
  // Several measures in place of a person's verdict: that is what a reward is for.
  if (proxies.length > 1 && asksPeople(unread)) return [];
  return [report(input, largest, proxies, unread)];
}

const moves = (facts: Facts, paid: Paid, signals: readonly SignalDeclaration[]): boolean =>
  signals.some(({ name }) => payDirection(facts, paid, name) !== "0");
const worth = ({ episode }: Paid): number => episode.hi - episode.lo;

/** Judges, learned scores, simulators and values the agent writes have rules of their own. */
function isOtherRules(signal: SignalDeclaration): boolean {
  if (trustOf(signal) === "learned") return signal.from?.kind === "judge" || !isBounded(signalRange(signal));
  return signal.trust === "policy" || isForgeable(signal) || signal.from?.kind === "simulator";
}

/** Told as a warning where a single measure is all there is: it can be driven anywhere, and nothing holds it to the goal. */
function severityOf(facts: Facts, proxies: readonly SignalDeclaration[], unread: readonly Wanted[]): Severity {
  if (proxies.length !== 1 || facts.program.requires.length > 0 || facts.program.limits.length > 0) return "info";
  // A person's verdict is rarely at hand while training; a checked value may stand for it.
  return (asksPeople(unread) && ["verified", "learned"].includes(trustOf(proxies[0]!))) ||
    unread.some(({ signal }) => isRateOf(signal, proxies[0]!))
    ? "info"
    : "warning";
}

const asksPeople = (unread: readonly Wanted[]): boolean => unread.every(({ signal }) => signal.from?.kind === "human");

/** One is what the other adds up to: m/s and m. */
function isRateOf({ unit: a }: SignalDeclaration, { unit: b }: SignalDeclaration): boolean {
  return a !== undefined && b !== undefined && (a === perSecond(b) || b === perSecond(a));
}

const perSecond = (unit: string): string => (unit.endsWith("/s") ? `${unit}^2` : `${unit}/s`);

function report(input: PatternInput, paid: Paid, proxies: readonly SignalDeclaration[], unread: readonly Wanted[]): Finding {
  const { facts } = input;
  const { term } = paid;
  const goal = unread[0]!.goal;
  const paidFor = quoteNames(proxies.map(({ name }) => name));
  const wanted = quoteNames(unread.map(({ signal }) => signal.name));
  const only = proxies.length === 1 ? "only " : "";
  return {
    at: placeOf(facts, term.source, term.node),
    severity: severityOf(facts, proxies, unread),
    message: `Pay depends on ${only}${paidFor}; the goal '${goal.name}' depends on ${wanted}, which nothing paid or required reads.`,
    why: `As far as this spec says, ${paidFor} can be driven to its best value with the goal at its worst, and no one is paid to notice. Where the two part, training follows the one that is paid.`,
    help: `Pay what the goal reads, or let it decide whether the rest counts ('when', 'require'). If ${paidFor} cannot rise without it, write that down as 'assume'.`,
    related: [
      { start: goal.source[0], end: goal.source[1], message: "the goal" },
      ...unread.map(({ signal }) => ({
        start: signal.source[0],
        end: signal.source[1],
        message: `only the goal reads '${signal.name}'`,
      })),
    ],
    witness: () => showGap(input, proxies, unread),
  };
}

/** The best pay with the goal at its worst, against the goal at its best and nothing paid. */
function showGap(
  { program }: PatternInput,
  proxies: readonly SignalDeclaration[],
  unread: readonly Wanted[],
): Witness | undefined {
  const at = (best: boolean): Choice =>
    Object.fromEntries(
      unread.flatMap(({ signal, direction }): [string, Choice[string]][] => {
        if (direction !== "+" && direction !== "-") return [];
        const end = endsOf(signal)[(direction === "+") === best ? 1 : 0];
        return [[signal.name, spread(signal, signal.type.kind === "bool" ? end === 1 : end)]];
      }),
    );
  const gamed = searchRecord(
    program,
    proxies.map(({ name }) => name),
    at(false),
    (result) => result.unshaped ?? Number.NEGATIVE_INFINITY,
  );
  return confirmWitness(
    program,
    oneRecord(program, "gamed", gamed),
    oneRecord(program, "intended", at(true)),
    (earned, honestly, [a, b]) => {
      const goals = isSingle(a.goal) && isSingle(b.goal) ? ` (goal ${sayGoal(a.goal)} against ${sayGoal(b.goal)})` : "";
      return `The best ${quoteNames(proxies.map(({ name }) => name))} with the goal at its worst earns ${sayNumber(earned)}; the goal at its best by itself earns ${sayNumber(honestly)}${goals}.`;
    },
  );
}

const isSingle = (goal: unknown): goal is number | boolean => typeof goal === "number" || typeof goal === "boolean";
const sayGoal = (goal: number | boolean): string => (typeof goal === "boolean" ? String(goal) : sayNumber(goal));
