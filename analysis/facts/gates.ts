// Which signals a payment depends on so much that the others are worth nothing without them. It must not know rules.
import { type Interval, point } from "../../runtime/interval.ts";
import type { NodeId, SignalDeclaration } from "../../runtime/program.ts";
import { type Assumptions, assumeNothing } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { elementKind, signalRange } from "./infer-range.ts";
import { isWritable, trustOf } from "./judge-trust.ts";
import { payDirection } from "./pay-direction.ts";
import { nodesBelow } from "./trace-reads.ts";
import { type Paid, payment } from "./value-terms.ts";

/** What the agent chooses, or a value it can write over. */
export const isForgeable = (signal: SignalDeclaration): boolean =>
  signal.from?.kind === "agent" || (isWritable(signal) && signal.trust !== "policy");

/** Verified or measured, and out of the agent's reach. */
export const isTrustworthy = (signal: SignalDeclaration): boolean => ["verified", "measured"].includes(trustOf(signal));

/** Stands for the open end of a range. */
const FAR = 1e6;

/** The ends of a signal's range. */
export function endsOf(signal: SignalDeclaration): [low: number, high: number] {
  const { lo, hi } = signalRange(signal);
  return [Number.isFinite(lo) ? lo : Math.min(-FAR, hi), Number.isFinite(hi) ? hi : Math.max(FAR, lo)];
}

/** All signals a term's pay reads: its value, weight and condition. */
export function readsOfTerm(facts: Facts, { term }: Pick<Paid, "term">): ReadonlySet<string> {
  const nodes = [term.node, term.weight, ...(term.when === undefined ? [] : [term.when])];
  return new Set(nodes.flatMap((node) => [...facts.reads(node)]));
}

/** What a term pays at most where `names` are at their low or their high ends, on top of `assumed`. */
function paidAtEnds(facts: Facts, { term }: Paid, names: readonly string[], assumed: Assumptions): [Interval, Interval] {
  const at = (end: 0 | 1): Interval => {
    const signals = new Map(assumed.signals);
    for (const name of names) {
      const signal = facts.signals.get(name);
      if (signal !== undefined && elementKind(signal.type) !== "text") signals.set(name, point(endsOf(signal)[end]));
    }
    return payment(facts.program, term, facts.rangesUnder({ signals, classes: assumed.classes }));
  };
  return [at(0), at(1)];
}

const isSame = (a: Interval, b: Interval): boolean => a.lo === b.lo && a.hi === b.hi;

/**
 * The signals that alone can make all of `names` worthless: at one of their ends the term pays less than it can, and the same
 * whatever the values of `names` are. Those compared with one of `names` in a condition count too.
 */
export function gatesOf(
  facts: Facts,
  paid: Paid,
  names: ReadonlySet<string>,
  counts: (signal: SignalDeclaration) => boolean,
): SignalDeclaration[] {
  const moving = [...names].filter((name) => readsOfTerm(facts, paid).has(name));
  const others = [...readsOfTerm(facts, paid)].flatMap((name) => facts.signals.get(name) ?? []);
  const candidates = others.filter((signal) => !names.has(signal.name) && counts(signal));
  return candidates.filter((signal) => isCompared(facts, paid, signal, names) || closes(facts, paid, signal, moving));
}

/** How much of what `names` move pay by is left where all other signals that count are at their worst ends; 1 where they do not matter. */
export function movedAtWorst(
  facts: Facts,
  paid: Paid,
  names: readonly string[],
  counts: (signal: SignalDeclaration) => boolean,
): number {
  const assumed = assumeNothing();
  for (const name of readsOfTerm(facts, paid)) {
    const signal = facts.signals.get(name);
    if (signal === undefined || names.includes(name) || !counts(signal) || elementKind(signal.type) === "text") continue;
    const way = payDirection(facts, paid, name);
    if (way === "+" || way === "-") assumed.signals.set(name, point(endsOf(signal)[way === "+" ? 0 : 1]));
  }
  const width = (within: Assumptions): number => {
    const [low, high] = paidAtEnds(facts, paid, names, within);
    return Math.max(Math.abs(high.hi - low.hi), Math.abs(high.lo - low.lo));
  };
  const free = width(assumeNothing());
  return free > 0 && Number.isFinite(free) ? width(assumed) / free : 1;
}

function closes(facts: Facts, paid: Paid, signal: SignalDeclaration, moving: readonly string[]): boolean {
  if (elementKind(signal.type) === "text") return false;
  return endsOf(signal).some((end) => {
    const assumed = assumeNothing();
    assumed.signals.set(signal.name, point(end));
    const [low, high] = paidAtEnds(facts, paid, moving, assumed);
    return isSame(low, high) && low.hi < paid.once.hi;
  });
}

/** One condition reads both, as in `abs(reported - measured) < 1`. */
function isCompared(facts: Facts, { term }: Paid, signal: SignalDeclaration, names: ReadonlySet<string>): boolean {
  const roots: NodeId[] = [term.node, ...(term.when === undefined ? [] : [term.when])];
  return roots.some((root) => readsBoth(facts, root, signal.name, names));
}

function readsBoth(facts: Facts, root: NodeId, name: string, names: ReadonlySet<string>): boolean {
  return [...nodesBelow(facts.program, root)].some((id) => {
    const node = facts.program.nodes[id];
    if (node?.op !== "apply" || node.type.kind !== "bool" || ["and", "or", "not"].includes(node.operator)) return false;
    const read = facts.reads(id);
    return read.has(name) && [...names].some((other) => read.has(other));
  });
}

/** A constraint on the whole that reads something which counts, and none of `names` alone. */
export function requiredBeside(
  facts: Facts,
  names: ReadonlySet<string>,
  counts: (signal: SignalDeclaration) => boolean,
): boolean {
  return facts.program.requires.some(({ node }) =>
    [...facts.reads(node)].some((name) => {
      const signal = facts.signals.get(name);
      return signal !== undefined && !names.has(name) && counts(signal);
    }),
  );
}
