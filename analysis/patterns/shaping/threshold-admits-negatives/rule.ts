// RH409: a threshold below 0 lets negative scores through, so that a worse score can be worth more than a slightly bad one.
import { operatorByName } from "../../../../runtime/operators/index.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH409",
  name: "threshold-admits-negatives",
  severity: "info",
  summary: "A score is kept above a threshold that is below 0.",
  classes: ["sign-error"],
  evidence: [
    {
      title: "Online Intrinsic Rewards for Decision Making Agents from LLM Feedback (ONI), 2024",
      says: "The released threshold is −0.5: scores between it and 0 are kept and charged, worse ones count as 0.",
    },
  ],
  check,
};

function check({ program, facts }: PatternInput): Finding[] {
  const keep = operatorByName.get("keep_above");
  if (keep === undefined) return [];
  return program.terms.flatMap((term) => {
    for (const id of nodesBelow(program, term.node)) {
      const node = program.nodes[id];
      if (node?.op !== "apply" || node.operator !== keep.name) continue;
      const [x, threshold] = node.args.map(facts.range);
      if (x === undefined || threshold === undefined || !(threshold.hi < 0) || !(x.lo < threshold.hi)) continue;
      return [
        {
          at: placeOf(facts, term.source, id),
          message: `The threshold ${sayNumber(threshold.hi)} keeps scores between it and 0, which are charged, while every worse score counts as 0.`,
          why: "Where the score is a little bad, making it much worse pays. An agent will fall below the threshold.",
          help: "Set the threshold to 0 or above, or bound the score from below ('max(x, -0.5)').",
        },
      ];
    }
    return [];
  });
}
