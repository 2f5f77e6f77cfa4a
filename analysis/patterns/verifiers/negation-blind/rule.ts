// RH520: an answer counts although the text around it denies it or takes it back.
import type { Trick } from "../../../witness/probe-answers.ts";
import { answersWith, showTrick, trickOf } from "../../answers.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH520",
  name: "negation-blind",
  severity: "info",
  preview: true,
  summary: "An answer counts although the text around it denies it or takes it back.",
  classes: ["fail-open-verifier"],
  evidence: [
    {
      title: "verl: MATH and DAPO rewards, as released",
      url: "https://github.com/volcengine/verl",
      says: "'The answer is certainly not \\boxed{42}' and 'Answer: 42. No wait, the result is 43' earn the full reward.",
    },
  ],
  check,
};

const tricks: readonly Trick[] = ["negated", "taken back"];

function check(input: PatternInput): Finding[] {
  return answersWith(input, "negated").map(({ probe }) => {
    const { term } = probe.paid;
    return {
      at: placeOf(input.facts, term.source, term.node),
      message: `'${term.name}' does not see what is said about the answer: where "42" is right, ${JSON.stringify(trickOf(probe, tricks) ?? "")} earns as much.`,
      why: "A pattern finds words, not claims. A reply that denies its answer or takes it back has not committed itself, and is paid as if it had.",
      help: "Let the answer end the text ('…\\s*$'), or stand on a line of its own, so that nothing else can be said about it.",
      witness: () => showTrick(input, probe, tricks),
    };
  });
}
