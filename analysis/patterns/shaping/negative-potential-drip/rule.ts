// RH405: a potential that is never positive pays for standing still, as long as the episode has not ended.

import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH405",
  name: "negative-potential-drip",
  severity: "info",
  preview: true,
  summary: "A potential below 0 pays a little for standing still under a discount.",
  classes: ["nonpotential-shaping", "inaction-pays"],
  evidence: [
    {
      title: "Behavior Alignment via Reward Function Optimization (BARFI), 2023",
      says: "Even potential shaping often impairs performance in practice.",
    },
  ],
  check,
};

function check({ program, facts }: PatternInput): Finding[] {
  const { discount, horizon } = program.settings;
  if (discount >= 1 || horizon === undefined) return [];
  return program.shapings.flatMap((shaping) => {
    const { lo, hi } = facts.range(shaping.node);
    const drip = -lo * (1 - discount) * facts.range(shaping.weight).hi;
    if (!(hi <= 0) || !(lo < 0) || !Number.isFinite(drip)) return [];
    return [
      {
        at: placeOf(facts, shaping.source, shaping.node),
        message: `The potential of '${shaping.name}' is never above 0, so standing still where it is lowest pays ${sayNumber(drip)} a step.`,
        why: `A step that changes nothing pays (1 − ${discount})·|Φ|. Over whole episodes this cancels; an episode cut off at the horizon, or a critic that looks a few steps ahead, keeps it.`,
        help: `Raise the potential by its lowest value, here ${sayNumber(-lo)}, so that standing still in a bad state pays nothing.`,
      },
    ];
  });
}
