// RH408: a hint of lower trust keeps its weight through training, beside the task it should lead to.

import type { Facts } from "../../../facts/facts.ts";
import { compareTrust } from "../../../facts/judge-trust.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH408",
  name: "permanent-heuristic",
  severity: "hint",
  preview: true,
  summary: "An auxiliary reward of lower trust never fades.",
  classes: ["nonpotential-shaping", "proxy-gold-gap"],
  thresholds: {
    share: {
      default: 0.2,
      doc: "From which part of the width of the task's pay on an auxiliary objective is large enough to speak of.",
      min: 0,
      max: 10,
    },
  },
  evidence: [
    {
      title: "Behavior Alignment via Reward Function Optimization (BARFI), 2023",
      says: "Auxiliary rewards added naively change what is learned; how they are blended has to be learned or to end.",
    },
    {
      title: "Atom-Searcher, 2025",
      says: "Process rewards help early on and hand over to the outcome during training.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, threshold } = input;
  const paying = facts.paid.filter(
    ({ term, weight, episode }) => term.role === "objective" && weight !== 0 && episode.hi > episode.lo,
  );
  const tasks = paying.filter((paid) => isTask(facts, paid));
  const task = tasks.reduce((sum, { episode }) => sum + episode.hi - episode.lo, 0);
  if (!(task > 0) || !Number.isFinite(task)) return [];
  return paying.flatMap((paid) => {
    const { term, episode, telescoping } = paid;
    const share = (episode.hi - episode.lo) / task;
    if (isTask(facts, paid) || facts.trust(term.node) === undefined || telescoping || changes(facts, paid)) return [];
    if (!(share >= threshold("share"))) return [];
    return [
      {
        at: placeOf(facts, term.source, term.node),
        message: `'${term.name}' is trusted less than the task and keeps its weight for good: ${Number.isFinite(share) ? `${sayNumber(100 * share)} % of what the task pays` : "without bound"}.`,
        why: "A hint is right on average and wrong in places. Late in training an agent lives in those places.",
        help: "Let it fade ('weight anneal(0.5, 0, training)'), learn the blend ('behaviour_blend'), or make it a 'shaping' potential.",
      },
    ];
  });
}

function isTask(facts: Facts, { term }: Paid): boolean {
  const trust = facts.trust(term.node);
  return trust !== undefined && compareTrust(trust, "measured") >= 0;
}

/** Its weight or value moves with training. */
function changes({ program }: Facts, { term }: Paid): boolean {
  return [term.weight, term.node].some((part) =>
    [...nodesBelow(program, part)].some((id) => {
      const node = program.nodes[id];
      return (
        (node?.op === "builtin" && node.name === "training") || (node?.op === "apply" && node.operator === "behaviour_blend")
      );
    }),
  );
}
