// RH519: several marked answers may be given, and one of them decides: any that is right, or the first, or the last.
import type { Trick } from "../../../witness/probe-answers.ts";
import { answersWith, oneAnswer, showTrick, trickOf } from "../../answers.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH519",
  name: "first-or-last-of-many",
  severity: "warning",
  summary: "Several answers may be given and one of them decides, so that hedging pays.",
  classes: ["fail-open-verifier", "format-over-substance"],
  evidence: [
    {
      title: "open-r1: several answer blocks in one completion",
      url: "https://github.com/huggingface/open-r1",
      says: "Completions with many blocks match the format and hold the right answer in one of them.",
    },
    {
      title: "verl: gsm8k, MATH and search rewards, as released",
      url: "https://github.com/volcengine/verl",
      says: "Of several '####', boxes or answer tags the last one is graded: '#### 41 #### 43 #### 42' earns the full reward.",
    },
  ],
  check,
};

const tricks: readonly Trick[] = ["listed first", "listed last"];

function check(input: PatternInput): Finding[] {
  return answersWith(input, "any of many", "one of many").map(({ probe, looseness }) => {
    const { term } = probe.paid;
    const any = looseness === "any of many";
    const place = probe.passed.has("listed last") ? "last" : "first";
    const shown = JSON.stringify(trickOf(probe, tricks) ?? "");
    return {
      at: placeOf(input.facts, term.source, term.node),
      severity: any ? ("warning" as const) : ("info" as const),
      message: any
        ? `'${term.name}' is satisfied by any of several answers: where "42" is right, ${shown} earns as much.`
        : `'${term.name}' takes the ${place} of several answers: where "42" is right, ${shown} earns as much.`,
      why: any
        ? "One right answer among many suffices, so an agent lists all it can think of."
        : "A reply may give several answers and need not stand by one; what it says about the others, and about this one, does not count.",
      help: "Demand exactly one answer: 'count_matches(…) == 1', or a 'require' on it.",
      fixes: oneAnswer(input, probe),
      witness: () => showTrick(input, probe, tricks),
    };
  });
}
