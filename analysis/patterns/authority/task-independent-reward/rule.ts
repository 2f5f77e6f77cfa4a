// RH702: everything paid reads only what the agent itself writes or does, although the spec knows of something that would tell.
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { isForgeable, isTrustworthy } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH702",
  name: "task-independent-reward",
  severity: "error",
  summary: "Everything paid reads only what the agent itself writes or does.",
  classes: ["format-over-substance"],
  evidence: [
    {
      title: "The Climb Carves Wisdom, 2025",
      says: "Paying for reasoning phrases alone reached peak scores in mathematics: it trains style, not truth.",
    },
    {
      title: "Exploration v.s. Exploitation: Clipping, Entropy, and Spurious Reward, 2025",
      says: "Random rewards can seem to work, because clipping lowers entropy; that is no learning signal. A real reward must beat the random control.",
    },
  ],
  check,
};

function check({ facts }: PatternInput): Finding[] {
  const { paying, paid, constrained, wanted } = goalDependence(facts);
  const read = [...paid].flatMap((name) => facts.signals.get(name) ?? []);
  const own = read.length > 0 && read.every((signal) => signal.trust === "policy" && !isForgeable(signal));
  const checked = [...constrained].some((name) => isOutside(facts.signals.get(name)));
  const largest = paying.toSorted((a, b) => b.episode.hi - b.episode.lo - (a.episode.hi - a.episode.lo))[0];
  if (!own || checked || largest === undefined) return [];
  const asked = [...wanted.values()].map(({ signal }) => signal);
  // A goal about the same text says that form is the task.
  if (asked.length > 0 && !asked.some(isOutside)) return [];
  const telling = asked.some(isOutside) ? asked.filter(isOutside) : unused(facts);
  if (telling.length === 0) return [];
  const names = quoteNames(read.map(({ name }) => name));
  return [
    {
      at: placeOf(facts, largest.term.source, largest.term.node),
      severity: asked.length > 0 ? "error" : "warning",
      message: `Everything paid reads only ${names}, which the agent itself writes or does; ${quoteNames(telling.map(({ name }) => name))} would tell whether the task is done, and nothing paid reads ${telling.length === 1 ? "it" : "them"}.`,
      why: "A wrong answer in the right form earns as much as a right one. This reward would train as well on wrong answers.",
      help: "Let something out of the agent's reach decide whether the form counts: 'when correct', or an objective of its own that is worth more.",
      related: telling.map(({ source, name }) => ({ start: source[0], end: source[1], message: `nothing paid reads '${name}'` })),
    },
  ];
}

const isOutside = (signal: SignalDeclaration | undefined): boolean =>
  signal !== undefined && (isTrustworthy(signal) || signal.trust === "learned");

/** Checked values that the spec declares for something and reads nowhere in what is paid. */
function unused(facts: Facts): SignalDeclaration[] {
  const { paid, constrained } = goalDependence(facts);
  return [...facts.signals.values()].filter(
    (signal) =>
      signal.trust === "verified" &&
      isOutside(signal) &&
      !paid.has(signal.name) &&
      !constrained.has(signal.name) &&
      signal.timing !== "start",
  );
}
