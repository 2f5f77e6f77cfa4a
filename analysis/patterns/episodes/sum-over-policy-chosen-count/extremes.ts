// Counts the policy chooses whose best number is an extreme nobody asked for: as few as possible where nothing of the goal is paid,
// or as many as possible where the answer is wrong. It must not know messages.
import { type Interval, point } from "../../../../runtime/interval.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import type { Facts } from "../../../facts/facts.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { isWritable } from "../../../facts/judge-trust.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { type Paid, payment } from "../../../facts/value-terms.ts";
import { wantsOf } from "../../../facts/wants.ts";

export interface Extreme {
  signal: SignalDeclaration;
  /** The term that moves most with it. */
  paid: Paid;
  /** What is paid at its lowest and at its highest, all else at its best for the agent. */
  low: number;
  high: number;
  lowest: number;
  highest: number;
}

export interface WrongBranch extends Extreme {
  /** False in a wrong answer. */
  right: SignalDeclaration;
}

/** Whole numbers, or amounts of text, that the policy chooses and that have both ends. */
export function chosenCounts(facts: Facts): SignalDeclaration[] {
  return [...facts.signals.values()].filter((signal) => {
    if (!isWritable(signal) || signal.type.kind !== "number" || signal.tags.latched !== undefined) return false;
    const { lo, hi } = signalRange(signal);
    const counts = signal.integer === true || ["tok", "char", "word"].includes(signal.unit ?? "");
    return counts && hi - lo >= 2 && Number.isFinite(hi - lo);
  });
}

/**
 * Charged counts of parts that no goal reads, where nothing that is paid reads what the goal needs: the fewest pay best, and nobody
 * is paid to notice. `least` is the share of all other pay that the charge must have to decide anything.
 */
export function degenerateMinimum(facts: Facts, least: number): Extreme[] {
  const wanted = new Set(wantsOf(facts).keys());
  const paying = facts.paid.filter(({ weight }) => weight !== 0);
  const read = paying.flatMap(({ term }) => [
    ...facts.reads(term.node),
    ...(term.when === undefined ? [] : facts.reads(term.when)),
  ]);
  const guarded = facts.program.requires.some(({ node }) => [...facts.reads(node)].some((name) => wanted.has(name)));
  if (wanted.size === 0 || guarded || read.some((name) => wanted.has(name))) return [];
  return chosenCounts(facts).flatMap((signal) => {
    if (signal.integer !== true || signal.unit !== undefined || wanted.has(signal.name)) return [];
    const touching = paying.filter((paid) => payDirection(facts, paid, signal.name) !== "0");
    if (touching.length === 0 || touching.some((paid) => payDirection(facts, paid, signal.name) !== "-")) return [];
    const found = extremeOf(facts, signal, touching, []);
    const others = paying
      .filter((paid) => !touching.includes(paid))
      .reduce((sum, { episode }) => sum + episode.hi - episode.lo, 0);
    return found === undefined || !(found.low > found.high) || !(found.low - found.high >= least * others) ? [] : [found];
  });
}

/** Counts with which a wrong answer, in which a bool that the goal needs is false, is paid better and better. */
export function betterWrong(facts: Facts): WrongBranch[] {
  const needed = [...wantsOf(facts).values()].filter(
    ({ signal, direction }) => direction === "+" && signal.type.kind === "bool" && !isWritable(signal),
  );
  const verdicts = needed.length > 0 || facts.program.goals.length > 0 ? needed.map(({ signal }) => signal) : verified(facts);
  return chosenCounts(facts).flatMap((signal) => {
    const touching = facts.paid.filter((paid) => paid.weight !== 0 && reads(facts, paid, signal.name));
    const right = verdicts.find((verdict) => touching.some((paid) => reads(facts, paid, verdict.name)));
    if (right === undefined || touching.length === 0) return [];
    const found = extremeOf(facts, signal, touching, [right.name]);
    return found !== undefined && found.high > found.low ? [{ ...found, right }] : [];
  });
}

/** Without a goal: checked bools that are not about how much there is. */
const verified = (facts: Facts): SignalDeclaration[] =>
  [...facts.signals.values()].filter(
    (signal) => signal.trust === "verified" && signal.type.kind === "bool" && !isWritable(signal),
  );

function reads(facts: Facts, { term }: Paid, name: string): boolean {
  return facts.reads(term.node).has(name) || (term.when !== undefined && facts.reads(term.when).has(name));
}

/** Shares of a count's range at which its pay is looked at; near both ends, because what is enough is often a small part of it. */
const PLACES = [0, 0.125, 0.5, 0.875, 1];

/** What some terms pay at both ends of a count; undefined where they saturate, turn round, or cannot be told. */
function extremeOf(
  facts: Facts,
  signal: SignalDeclaration,
  terms: readonly Paid[],
  absent: readonly string[],
): Extreme | undefined {
  const { lo, hi } = signalRange(signal);
  const at = (value: number) => {
    const assumed = assumeNothing();
    for (const name of absent) assumed.signals.set(name, point(0));
    assumed.signals.set(signal.name, point(value));
    const ranges = facts.rangesUnder(assumed);
    return terms.map(({ term }) => payment(facts.program, term, ranges));
  };
  const points = PLACES.map((place) => at(lo + place * (hi - lo)));
  if (!points.every((parts) => parts.every((part) => Number.isFinite(part.lo) && Number.isFinite(part.hi)))) return undefined;
  const sums = points.map(sumOf);
  const [a, c, low, high] = [sums[0]!, sums.at(-1)!, points[0]!, points.at(-1)!];
  const along = (sign: number) =>
    sums.every(
      (sum, index) => index === 0 || (sign * (sum.hi - sums[index - 1]!.hi) > 0 && sign * (sum.lo - sums[index - 1]!.lo) >= 0),
    );
  if (!along(1) && !along(-1)) return undefined;
  const most = terms.toSorted((x, y) => change(terms, low, high, y) - change(terms, low, high, x))[0]!;
  return { signal, paid: most, low: a.hi, high: c.hi, lowest: lo, highest: hi };
}

const sumOf = (parts: readonly Interval[]): Interval =>
  parts.reduce((sum, part) => ({ lo: sum.lo + part.lo, hi: sum.hi + part.hi }), { lo: 0, hi: 0 });

function change(terms: readonly Paid[], low: readonly Interval[], high: readonly Interval[], paid: Paid): number {
  const at = terms.indexOf(paid);
  return Math.abs(high[at]!.hi - low[at]!.hi);
}
