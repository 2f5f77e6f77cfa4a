// RH404: a potential reads what the policy does, so shaping pays for actions.

import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH404",
  name: "potential-not-of-state",
  severity: "warning",
  summary: "A potential reads an action instead of the state alone.",
  classes: ["nonpotential-shaping"],
  evidence: [
    {
      title: "Policy Invariance under Reward Transformations (Ng, Harada, Russell), 1999",
      says: "The potential is a function of the state alone; of actions it changes which policy is optimal.",
    },
    {
      title: "Towards Better Dense Rewards, 2025",
      says: "Dense rewards keep the optimal policy only in the form of a potential over states.",
    },
  ],
  check,
};

const doings: ReadonlySet<string> = new Set(["action", "policy", "agent"]);

function check({ program, facts }: PatternInput): Finding[] {
  if (program.oneShot) return [];
  return program.shapings.flatMap((shaping) => {
    const read = [...facts.reads(shaping.node)].flatMap((name) => facts.signals.get(name) ?? []);
    const done = read.find(
      ({ from, type, timing }) => from !== undefined && doings.has(from.kind) && type.kind !== "text" && timing === "step",
    );
    if (done === undefined) return [];
    return [
      {
        at: placeOf(facts, shaping.source, shaping.node),
        message: `The potential of '${shaping.name}' reads '${done.name}', which is the policy's own doing and no part of the state.`,
        why: "The difference then pays for what is done rather than for where that leads, and it need not cancel: the last action before the end keeps what it was paid.",
        help: "Let the potential read the state alone, and pay or charge the action in a term of its own.",
        related: [{ start: done.source[0], end: done.source[1], message: `'${done.name}' comes from the policy` }],
      },
    ];
  });
}
