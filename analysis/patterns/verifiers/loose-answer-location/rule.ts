// RH504: the answer counts wherever it stands in the text, without a mark that says that it is the answer.
import type { Trick } from "../../../witness/probe-answers.ts";
import { answersWith, showTrick, trickOf } from "../../answers.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH504",
  name: "loose-answer-location",
  severity: "warning",
  summary: "The answer counts wherever it stands in the text, without a mark.",
  classes: ["fail-open-verifier", "format-over-substance"],
  evidence: [
    {
      title: "RM-R1: Reward Modeling as Reasoning, 2025",
      says: "Checks the last 80 characters for one exact tag, and that the tag of the other side is absent.",
    },
    {
      title: "verl: gsm8k with the flexible method, as released",
      url: "https://github.com/volcengine/verl",
      says: "The last thing that looks like a number counts, so that 'certainly not 42' and a list that ends with 42 are graded as correct.",
    },
  ],
  check,
};

const tricks: readonly Trick[] = ["listed bare", "negated", "listed last", "listed first"];

function check(input: PatternInput): Finding[] {
  return answersWith(input, "anywhere").map(({ probe }) => {
    const { term } = probe.paid;
    const { passed } = probe;
    const anyPlace = passed.has("listed bare") || (passed.has("listed first") && passed.has("listed last"));
    return {
      at: placeOf(input.facts, term.source, term.node),
      severity: anyPlace ? ("warning" as const) : ("info" as const),
      message: `'${term.name}' takes the answer from anywhere in the text: where "42" is right, ${JSON.stringify(trickOf(probe, tricks) ?? "")} earns as much.`,
      why: anyPlace
        ? "Listing every candidate passes, and so does naming the right one only to deny it. Long, undecided replies win."
        : "Whatever is said about the last thing that looks like an answer, it counts; a reply need not commit itself.",
      help: "Ask for one marked answer near the end ('extract(reply, r\"<answer>([^<]*)</answer>\\s*$\")') and refuse several.",
      witness: () => showTrick(input, probe, tricks),
    };
  });
}
