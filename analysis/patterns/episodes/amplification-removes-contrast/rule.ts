// RH309: every full success of a group gets the same advantage, so that a group of nothing but successes is pushed up as a whole.
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH309",
  name: "amplification-removes-contrast",
  severity: "info",
  summary: "Amplified successes are all worth the same, whatever the group.",
  classes: ["no-signal"],
  evidence: [
    {
      title: "R³L, 2026",
      says: "The released code gives every success the advantage 1, without a baseline; the documented formula gives it the amplification factor.",
    },
  ],
  check,
};

function check({ program, facts }: PatternInput): Finding[] {
  if (program.settings.group <= 1) return [];
  return program.terms.flatMap((term) => {
    for (const id of nodesBelow(program, term.node)) {
      const node = program.nodes[id];
      if (node?.op !== "apply" || node.operator !== "amplify_positive") continue;
      const [R, , , best, variant] = node.args;
      const option = variant === undefined ? undefined : program.nodes[variant];
      const reached = R === undefined || best === undefined || facts.range(R).hi >= facts.range(best).lo;
      if (option?.op !== "constant" || option.value !== "code" || !reached) continue;
      return [
        {
          at: placeOf(facts, term.source, id),
          message: `With the variant "code" every full success gets 1: a group of ${program.settings.group} successes is raised as a whole, with no contrast between its samples.`,
          why: "The advantage no longer sums to 0 over the group. An easy prompt pushes whatever was sampled, and just below the best value a sample can get more than at it.",
          help: 'Use variant: "paper", and leave out groups in which everything succeeds.',
        },
      ];
    }
    return [];
  });
}
