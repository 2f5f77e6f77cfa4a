// RH914: pay follows a quantity of the simulator to where the simulator is no longer true.
import type { NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { gatesOf, isTrustworthy, readsOfTerm } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH914",
  name: "unbounded-simulator-signal",
  severity: "warning",
  summary: "Pay follows a quantity of the simulator beyond where the simulator holds.",
  classes: ["simulator-exploit"],
  evidence: [
    {
      title: "The Surprising Creativity of Digital Evolution, 2018",
      url: "https://arxiv.org/abs/1803.03453",
      says: "Evolved solutions overflowed a force to zero, put all atoms on one point for a boundless energy, and crashed their opponents by asking for too much memory.",
    },
    {
      title: "Emergent Tool Use From Multi-Agent Autocurricula, 2019",
      url: "https://arxiv.org/abs/1909.07528",
      says: "Agents surfed on boxes and left the arena through errors of the physics engine.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return goalDependence(facts).paying.flatMap((paid) =>
    [...readsOfTerm(facts, paid)]
      .flatMap((name) => facts.signals.get(name) ?? [])
      .flatMap((signal) => judge(facts, paid, signal)),
  );
}

function judge(facts: Facts, paid: Paid, signal: SignalDeclaration): Finding[] {
  const kind = signal.from?.kind;
  if (kind !== "simulator" && kind !== "environment") return [];
  const { wanted, unread } = goalDependence(facts);
  const apart = wanted.size > 0 && unread.length > 0 && !wanted.has(signal.name);
  const endless = paid.term.role === "objective" && paid.once.hi === Number.POSITIVE_INFINITY;
  if (kind === "environment" ? !(endless && apart) : !(endless || apart)) return [];
  const way = payDirection(facts, paid, signal.name);
  if (way === "0" || isWatched(facts, paid, signal)) return [];
  const open = endless && isOpen(signal, way);
  if (kind === "environment" ? !(open && apart) : !(open || apart)) return [];
  return [report(facts, paid, signal, open)];
}

/** The range is open at the end that pays. */
function isOpen(signal: SignalDeclaration, way: string): boolean {
  const { lo, hi } = signalRange(signal);
  return (way !== "-" && hi === Number.POSITIVE_INFINITY) || (way !== "+" && lo === Number.NEGATIVE_INFINITY);
}

/** Something else can make it worthless, or it is itself required to be plausible, or ends the episode where it is not. */
function isWatched(facts: Facts, paid: Paid, { name }: SignalDeclaration): boolean {
  const { requires, ends, assumptions } = facts.program;
  const watching: NodeId[] = [...requires, ...ends.filter(({ outcome }) => outcome !== "success"), ...assumptions].map(
    ({ node }) => node,
  );
  if (watching.some((node) => facts.reads(node).has(name))) return true;
  return gatesOf(facts, paid, new Set([name]), (other) => isTrustworthy(other) && other.from?.kind !== "simulator").length > 0;
}

function report(facts: Facts, paid: Paid, signal: SignalDeclaration, open: boolean): Finding {
  const { term } = paid;
  const { name } = signal;
  const source = signal.from?.kind === "simulator" ? "the simulator" : "the environment";
  const goal = facts.program.goals[0];
  const read = facts.reads(term.node).has(name) ? term.node : (term.when ?? term.node);
  return {
    at: placeOf(facts, term.source, read),
    // Within a declared range a simulated value is what everybody pays by; only that the goal looks elsewhere is worth a note.
    ...(open ? {} : { severity: "info" as const }),
    message: open
      ? `'${term.name}' pays without bound by '${name}', which ${source} reports with no finite range, and nothing checks that the state is plausible.`
      : `'${term.name}' follows '${name}' of the simulator, which the goal does not read, and nothing else can overrule it.`,
    why: "A simulator holds only near the states it was made for. Outside, values overflow, bodies pass through each other and processes crash; an optimiser finds those states because they pay best.",
    help: "Declare the physical range and bound the value ('clip'), pay only in plausible states ('when'), end the episode outside of them, or check it against a second, independent measure.",
    related: [
      { start: signal.source[0], end: signal.source[1], message: `'${name}' is a value of ${source}` },
      ...(goal === undefined || open
        ? []
        : [{ start: goal.source[0], end: goal.source[1], message: `the goal does not read '${name}'` }]),
    ],
  };
}
