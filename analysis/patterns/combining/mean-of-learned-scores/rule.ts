// RH209: an average of independent learned scores is paid, with nothing careful about where they disagree.
import { poolsOf } from "../../../facts/ensemble-kin.ts";
import type { Facts } from "../../../facts/facts.ts";
import { gatesOf, isTrustworthy, requiredBeside } from "../../../facts/gates.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH209",
  name: "mean-of-learned-scores",
  severity: "info",
  summary: "Learned scores are averaged where the least of them would be safer.",
  classes: ["correlated-ensemble", "unbounded-learned-proxy"],
  evidence: [
    {
      title: "Reward Model Ensembles Help Mitigate Overoptimization, 2023",
      says: "Worst-case and uncertainty-weighted objectives nearly remove over-optimisation where the mean does not.",
    },
    {
      title: "Reward-Robust RLHF, 2024",
      says: "A mix of the nominal and the worst-case reward over an ensemble keeps training stable.",
    },
  ],
  check,
};

function check({ facts }: PatternInput): Finding[] {
  if (isLeashed(facts)) return [];
  return poolsOf(facts).flatMap(({ paid, node, members, how, kin }) => {
    const names = new Set(members.map(({ name }) => name));
    if (how !== "average" || kin !== "different" || requiredBeside(facts, names, isTrustworthy)) return [];
    if (gatesOf(facts, paid, names, isTrustworthy).length > 0) return [];
    const say = quoteNames([...names]);
    return [
      {
        at: placeOf(facts, paid.term.source, node),
        message: `'${paid.term.name}' averages ${members.length > 1 ? say : `the members of ${say}`}: one of them that is fooled can make up for the others.`,
        why: "An average rises as much for one score that runs away as for all that agree. The optimiser finds the member that gives most.",
        help:
          members.length > 1
            ? `Take a soft minimum: 'softmin([${[...names].join(", ")}], beta: 1)'.`
            : `Take a soft minimum: 'softmin(${[...names][0]}, beta: 1)'.`,
        related: members.map(({ name, source }) => ({ start: source[0], end: source[1], message: `'${name}' is pooled` })),
      },
    ];
  });
}

/** A charge for the distance to the reference policy, from the trainer or in nats. */
function isLeashed(facts: Facts): boolean {
  return facts.paid.some(
    ({ term, weight }) =>
      term.role === "penalty" &&
      weight !== 0 &&
      [...facts.reads(term.node)].some(
        (name) => facts.signals.get(name)?.from?.kind === "trainer" || facts.signals.get(name)?.unit === "nat",
      ),
  );
}
