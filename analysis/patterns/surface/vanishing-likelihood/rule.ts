// RH607: the probability of a long text is paid, which is 0 for all that training can tell.

import type { Fix } from "../../../../compiler/diagnostics.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH607",
  name: "vanishing-likelihood",
  severity: "warning",
  summary: "The probability of a long text is paid; it vanishes.",
  classes: ["no-signal"],
  thresholds: {
    tokens: { default: 20, doc: "Most tokens whose probability may be multiplied.", min: 1 },
  },
  evidence: [
    {
      title: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026",
      url: "https://arxiv.org/abs/2602.03979",
      says: "Only the log-probability of the reference works everywhere; raw probability vanishes on long answers.",
    },
  ],
  check,
};

function check({ facts, program, text, threshold }: PatternInput): Finding[] {
  return goalDependence(facts).paying.flatMap(({ term }) =>
    [...nodesBelow(program, term.node)].flatMap((id): Finding[] => {
      const node = program.nodes[id];
      if (node === undefined || !("operator" in node) || node.operator !== "seq_prob") return [];
      const value = "args" in node ? program.nodes[node.args[0]!] : undefined;
      const over =
        node.op === "aggregate" && node.axis === "steps" ? (program.settings.horizon ?? Number.POSITIVE_INFINITY) : undefined;
      const tokens = over ?? (value?.type.kind === "vector" ? value.type.size : Number.POSITIVE_INFINITY);
      if (tokens <= threshold("tokens")) return [];
      const long = Number.isFinite(tokens) ? tokens : 200;
      const many = Number.isFinite(tokens) ? `${sayNumber(tokens)} tokens` : "a text of any length";
      return [
        {
          at: placeOf(facts, term.source, id),
          message: `'${term.name}' pays the probability of ${many} as a whole: at 0.5 per token, ${sayNumber(long)} of them give ${sayNumber(0.5 ** long)}.`,
          why: "Almost every sample earns nothing that can be told apart from 0, so nothing is learned from them; a short reference earns everything.",
          help: "Use 'avg_logprob', which compares texts of any length, or 'logprob'.",
          fixes: averaged(text, program.nodes[id]?.source),
        },
      ];
    }),
  );
}

function averaged(text: string, source: readonly [number, number] | undefined): Fix[] {
  if (source === undefined) return [];
  const at = text.slice(source[0], source[1]).indexOf("seq_prob");
  if (at < 0) return [];
  const start = source[0] + at;
  return [{ title: "Use avg_logprob", safe: false, edits: [{ start, end: start + "seq_prob".length, text: "avg_logprob" }] }];
}
