// RH210: the price of an ensemble's variance is out of proportion to its scores, because a variance has the square of their unit.
import { constantOf } from "../../../facts/combine-linearly.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH210",
  name: "variance-penalty-units",
  severity: "info",
  summary: "The price of variance does not fit the range of the scores.",
  classes: ["unit-mismatch", "scale-domination"],
  thresholds: {
    least: { default: 0.01, doc: "Share of the scores' range that the largest variance costs at least.", min: 0 },
    most: { default: 1, doc: "… and at most.", min: 0 },
  },
  evidence: [
    {
      title: "Reward Model Ensembles Help Mitigate Overoptimization, 2023",
      says: "Worst-case and uncertainty-weighted objectives nearly remove over-optimisation where the mean does not.",
    },
  ],
  check,
};

function check({ facts, program, threshold }: PatternInput): Finding[] {
  return goalDependence(facts).paying.flatMap(({ term }) =>
    [...nodesBelow(program, term.node)].flatMap((id): Finding[] => {
      const node = program.nodes[id];
      if ((node?.op !== "reduce" && node?.op !== "apply" && node?.op !== "aggregate") || node.operator !== "uwo") return [];
      const weight = constantOf(program, node.args[1]!);
      const { lo, hi } = facts.range(node.args[0]!);
      const width = hi - lo;
      if (weight === undefined || weight <= 0 || !Number.isFinite(width) || width <= 0) return [];
      // The largest variance of numbers within a range is a quarter of its square.
      const share = (weight * width) / 4;
      if (share >= threshold("least") && share <= threshold("most")) return [];
      const effect =
        share > threshold("most") ? "a little disagreement outweighs any score" : "no disagreement is worth noticing";
      return [
        {
          at: placeOf(facts, term.source, id),
          message: `With a range of ${sayNumber(width)} and a weight of ${sayNumber(weight)}, the largest variance costs ${sayNumber(share)} times the range of the scores: ${effect}.`,
          why: "A variance has the square of the unit of the scores, so a weight that fits one range is wrong for another by as much.",
          help: `Use a weight between ${writeNumber((4 * threshold("least")) / width)} and ${writeNumber((4 * threshold("most")) / width)}, or 'mean_minus_std', which has the unit of the scores.`,
        },
      ];
    }),
  );
}
