// RH318: everything that early behaviour can reach is paid alike, so that nothing tells better from worse.

import { isLess, type Played } from "../../../witness/honest-reference.ts";
import { withoutTrying } from "../../../witness/without-trying.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { earnsAlike, sayHonest } from "../../without-trying.ts";
import { reportOnlySuccess } from "./only-success.ts";

export const rule: Pattern = {
  code: "RH318",
  name: "no-learning-signal",
  severity: "warning",
  summary: "What an agent does early on is all paid alike.",
  classes: ["no-signal"],
  thresholds: {
    steps: {
      default: 100,
      doc: "Steps of the horizon from which on a reward for success alone is too far away, where trying costs.",
      min: 1,
    },
  },
  evidence: [
    {
      title: "Gymnasium, continuous mountain car",
      says: "100 for the summit and a cost of the action on every step: before the summit is found once, doing nothing is best.",
    },
    {
      title: "Andrychowicz et al., Hindsight Experience Replay, 2017",
      says: "With -1 on every step until the block is where it should be, exploration almost never meets another reward.",
    },
    {
      title: "R³L: Reflect-then-Retry Reinforcement Learning, 2026",
      says: "Groups in which every sample fails carry no signal at all; partial credit brings it back.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (program.oneShot || facts.length.most <= 1) return [];
  const behaviours = withoutTrying(facts);
  const { honest, idle, fails } = behaviours ?? {};
  if (honest !== undefined) {
    if (earnsAlike(idle, honest)) return reportAlike(input, idle, honest, "doing nothing");
    if (earnsAlike(fails, honest)) return reportAlike(input, fails, honest, "failing on the first step");
  }
  // A scenario that succeeds says that success is within reach.
  if (honest !== undefined && idle !== undefined && isLess(idle.paid, honest.paid)) return [];
  const unpaid = honest !== undefined && idle !== undefined && isLess(honest.paid, idle.paid);
  return reportOnlySuccess(input, unpaid ? { honest, idle } : undefined);
}

function reportAlike({ facts, program }: PatternInput, one: Played, honest: Played, doing: string): Finding[] {
  const wanted = new Set(program.goals.flatMap(({ node }) => [...facts.reads(node)]));
  const reads = (node: number) => [...facts.reads(node)].some((name) => wanted.has(name));
  const { term } = facts.paid.find((paid) => reads(paid.term.node)) ?? facts.paid[0] ?? {};
  if (term === undefined) return [];
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `${sayHonest(facts, honest)}, exactly what ${doing} earns (${sayCount(one.episode.steps.length, "step")}, ${sayNumber(one.paid)}).`,
      why: "Nothing that the scenario does better is paid, so there is nothing to learn it from. An agent stays where it began, or learns whatever costs least.",
      help: "Pay the way as well: a potential of how close it is ('shaping near = potential(-distance)'), progress that is new ('record(x)'), subgoals once; do not clamp away what differs.",
    },
  ];
}
