// RH601: words are paid for standing in the text, whatever the answer is.
import { formFindings, formThresholds } from "../../form-findings.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH601",
  name: "phrase-reward",
  severity: "warning",
  summary: "Words are paid for standing in the text, whatever the answer is.",
  classes: ["format-over-substance", "count-proportional"],
  thresholds: formThresholds,
  evidence: [
    {
      title: "Pitfalls of Noisy Rewards, 2025",
      says: "Paying for phrases of reasoning alone reached peak scores on maths: it trains style, not truth.",
    },
    {
      title: "open-r1: reasoning steps reward, as released",
      url: "https://github.com/huggingface/open-r1",
      says: "'First,' and two list marks without a word earn the full reward.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  return formFindings(input, "phrases", {
    paidFor: "words that stand in the text, right answer or not",
    why: "What is said is learned at once, what is meant is not. Replies fill with the phrases, and nothing else changes.",
    help: "Pay them with a verified answer only ('when correct'), measure them with a probe, or leave them out.",
  });
}
