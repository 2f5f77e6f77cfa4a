// RH517: an answer passes for holding the reference, or for being a piece of it.
import type { Trick } from "../../../witness/probe-answers.ts";
import { answersWith, showTrick, trickOf } from "../../answers.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH517",
  name: "containment-both-ways",
  severity: "warning",
  summary: "An answer passes for holding the reference somewhere, or for being a piece of it.",
  classes: ["fail-open-verifier"],
  evidence: [
    {
      title: "Recursive language model secrets task: substring grading",
      says: "An answer that lists every position contains the right one, and was graded as correct.",
    },
    {
      title: "RM-R1: Reward Modeling as Reasoning, 2025",
      says: "Checks the last 80 characters for one exact tag, and that the tag of the other side is absent.",
    },
  ],
  check,
};

const tricks: readonly Trick[] = ["left out", "cut short", "listed bare", "negated"];

function check(input: PatternInput): Finding[] {
  return answersWith(input, "contained").map(({ probe }) => {
    const { term } = probe.paid;
    const piece = probe.passed.has("cut short") || probe.passed.has("left out");
    const empty = probe.passed.has("left out");
    const shown = JSON.stringify(trickOf(probe, tricks) ?? "");
    return {
      at: placeOf(input.facts, term.source, term.node),
      message: piece
        ? `'${term.name}' takes a piece of the reference for the whole${empty ? ", even the empty text" : ""}: where "42" is right, ${shown} earns as much.`
        : `'${term.name}' takes any text that holds the reference: where "42" is right, ${shown} earns as much.`,
      why: piece
        ? "Every text contains the empty one, and most contain any single letter. The shortest answer that passes is found early and then always given."
        : "A text that lists every candidate, or says that the reference is wrong, contains it. The longer the answer, the surer it passes.",
      help: "Compare whole answers after normalising both ('normal(answer) == normal(reference)'), taken from one marked place.",
      witness: () => showTrick(input, probe, tricks),
    };
  });
}
