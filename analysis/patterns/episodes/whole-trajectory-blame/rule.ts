// RH306: only the whole episode is judged, and it is long: nothing says which of its steps were good.
import { placeOf } from "../../combination.ts";
import { incomeOf } from "../../income.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH306",
  name: "whole-trajectory-blame",
  severity: "hint",
  preview: true,
  summary: "A long episode is judged only as a whole.",
  classes: ["no-signal"],
  thresholds: {
    steps: { default: 50, doc: "Steps of the horizon above which an episode is long.", min: 1 },
  },
  evidence: [
    {
      title: "R³L: Reflect-then-Retry Reinforcement Learning, 2026",
      says: "Blaming a whole trajectory also punishes its good steps; crediting from the step on which it went wrong learns faster.",
    },
    {
      title: "LaRe: latent reward for credit assignment",
      says: "A return split over the steps by checked factors learns where the episode's return alone does not.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  const { most } = facts.length;
  if (program.oneShot || most <= input.threshold("steps") || program.shapings.length > 0 || program.total !== undefined)
    return [];
  const { bonuses } = incomeOf(facts);
  const whole = facts.paid.filter((paid) => paid.term.timing !== "step" || paid.terminal || bonuses.includes(paid));
  // A constant cost or income of a step says nothing about it either.
  const telling = facts.paid.filter((paid) => !whole.includes(paid) && facts.reads(paid.term.node).size > 0);
  const objective = whole.find(({ term }) => term.role === "objective");
  if (objective === undefined || telling.length > 0) return [];
  const { term } = objective;
  const long = Number.isFinite(most) ? `up to ${sayNumber(most)} steps` : "any number of steps";
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `'${term.name}' is paid for ${long} at once, and no term tells one of them from another.`,
      why: "Every step of an episode gets the same blame or praise. What was good in a bad episode is unlearnt.",
      help: "Credit the steps: 'shaping' towards the goal, a process reward that the outcome gates, 'redistribute' or 'pivot_credit'.",
    },
  ];
}
