// RH608: a sum of log-probabilities over texts of different length; the longer ones weigh more.
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH608",
  name: "length-weighted-likelihood",
  severity: "hint",
  preview: true,
  summary: "Longer references weigh more in a summed log-probability.",
  classes: ["scale-domination"],
  evidence: [
    {
      title: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026",
      url: "https://arxiv.org/abs/2602.03979",
      says: "Only the log-probability of the reference works everywhere; raw probability vanishes on long answers.",
    },
  ],
  check,
};

function check({ facts, program }: PatternInput): Finding[] {
  return goalDependence(facts).paying.flatMap(({ term }) =>
    [...nodesBelow(program, term.node)].flatMap((id): Finding[] => {
      const node = program.nodes[id];
      if (node === undefined || !("operator" in node) || node.operator !== "logprob" || !("args" in node)) return [];
      if (program.nodes[node.args[0]!]?.type.kind !== "list") return [];
      return [
        {
          at: placeOf(facts, term.source, id),
          message: `'${term.name}' sums the log-probabilities of a text of any length: 300 tokens at 0.5 give -208, 3 tokens -2.08.`,
          why: "Prompts with long references decide what is learned, because their sums are the largest.",
          help: "Use 'avg_logprob' unless that is meant.",
        },
      ];
    }),
  );
}
