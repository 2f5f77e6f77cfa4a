// RH703: what is paid is the same whatever the agent does, or is decided by chance alone.
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH703",
  name: "constant-or-random-total",
  severity: "error",
  summary: "What is paid is the same whatever the agent does, or chance.",
  classes: ["no-signal", "dead-term"],
  evidence: [
    {
      title: "Exploration v.s. Exploitation: Clipping, Entropy, and Spurious Reward, 2025",
      says: "Random rewards can seem to work, because clipping lowers entropy; that is no learning signal. A real reward must beat the random control.",
    },
  ],
  check,
};

function check({ program, facts }: PatternInput): Finding[] {
  const first = program.terms[0];
  if (first === undefined || program.shapings.length > 0 || program.requires.length > 0) return [];
  const { paying, paid } = goalDependence(facts);
  const read = [...paid].flatMap((name) => facts.signals.get(name) ?? []);
  const chance = read.length > 0 && read.every(({ tags }) => tags.stochastic !== undefined);
  const fixed =
    program.total === undefined &&
    paying.every(({ once }) => once.lo === once.hi) &&
    !facts.length.chosen &&
    program.ends.length === 0;
  if (!chance && !fixed) return [];
  const { term } = paying[0] ?? { term: first };
  const what = chance
    ? `Everything paid is decided by ${quoteNames(read.map(({ name }) => name))}, which ${read.length === 1 ? "moves" : "move"} by chance`
    : paying.length === 0
      ? "No term pays anything"
      : "Every episode of the same length pays the same, whatever the agent does";
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `${what}.`,
      why: "There is nothing to learn from it. Where training seems to work all the same, it sharpens what the model already does.",
      help: "Pay something that the agent's choices change. Compare any result with this reward as the control.",
    },
  ];
}
