// RH603: a longer text is paid more, whatever is in it.
import { formFindings, formThresholds } from "../../form-findings.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH603",
  name: "length-rewarded",
  severity: "warning",
  summary: "A longer text is paid more, whatever is in it.",
  classes: ["count-proportional"],
  thresholds: formThresholds,
  evidence: [
    {
      title: "PAR: Reward Shaping to Mitigate Reward Hacking in RLHF, 2025",
      says: "Length is the first thing that rises when a proxy is exploited; the released configuration charges it beyond 300 tokens.",
    },
    {
      title: "Secrets of RLHF II: Reward Modeling, 2024",
      says: "Scores rise with length without the answers getting better.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  return formFindings(input, "length", {
    paidFor: "length alone",
    why: "Writing more is the easiest thing there is. Replies grow to the limit with repetition and filler.",
    help: "Pay what the length is a sign of; at most ask for a minimum of content ('require says_something = length(words(reply)) >= 8 else …').",
  });
}
