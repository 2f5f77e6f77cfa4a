// RH605: a number of things the policy writes is paid, not whether they are any good.
import { formFindings, formThresholds } from "../../form-findings.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH605",
  name: "count-not-quality",
  severity: "warning",
  summary: "A number of things the policy writes is paid, not whether they are any good.",
  classes: ["count-proportional"],
  thresholds: formThresholds,
  evidence: [
    {
      title: "RAG-RewardBench, 2024",
      says: "Citations have to be right and needed; a reply that cites everything has many.",
    },
    {
      title: "Dialogue as Discovery, 2025",
      says: "Counting filled slots pays a choice of 2 and one of 16 alike, though they carry 1 and 4 bits.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  return formFindings(input, "count", {
    paidFor: "how many there are, right or wrong",
    why: "One more costs nothing. Citations, questions, tests or calls are added until the limit, useful or not.",
    help: "Pay the share of them that is right (precision), or a balance of precision and recall ('citation', 'token_f1'), and cap it.",
  });
}
