// RH711: objectives of the same worth, and no goal that says which matters when they disagree.
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH711",
  name: "hidden-goal-order",
  severity: "info",
  preview: true,
  summary: "Objectives of the same worth, and no goal says which goes first.",
  classes: [],
  evidence: [
    {
      title: "CLASH, 2025",
      says: "Where values conflict, models fail to see that a decision is ambivalent.",
    },
    {
      title: "The Alignment Ceiling, 2023",
      says: "Reward model accuracy, RL score and downstream quality are assumed to be linked and often are not.",
    },
  ],
  check,
};

function check({ facts, program }: PatternInput): Finding[] {
  const objectives = goalDependence(facts).paying.filter(
    ({ term, episode }) => term.role === "objective" && Number.isFinite(episode.hi) && episode.hi > 0,
  );
  const [first, second] = objectives;
  if (first === undefined || second === undefined || program.goals.length > 0 || program.expectations.length > 0) return [];
  if (objectives.some(({ episode }) => episode.hi !== first.episode.hi)) return [];
  return [
    {
      at: placeOf(facts, second.term.source, second.term.node),
      message: `${quoteNames(objectives.map(({ term }) => term.name))} are worth ${sayNumber(first.episode.hi)} each, and no goal or expectation says which goes first where they disagree.`,
      why: "Equal weights are a decision too: which of the two is given up is left to what is easier to learn.",
      help: "Declare a 'goal', or write the order down: 'expect honest > pleasing'.",
    },
  ];
}
