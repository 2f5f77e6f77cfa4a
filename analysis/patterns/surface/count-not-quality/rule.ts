// RH605: a number of things the policy writes is paid, not whether they are any good.
import { formTermsOf } from "../../../facts/form-terms.ts";
import { placeOf } from "../../combination.ts";
import { formFixes, shareOf, showForm } from "../../form-fixes.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH605",
  name: "count-not-quality",
  severity: "warning",
  summary: "A number of things the policy writes is paid, not whether they are any good.",
  classes: ["count-proportional"],
  thresholds: {
    info: { default: 0.1, doc: "Share of the most that can be earned below which this is a note.", min: 0, max: 1 },
  },
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
  const { facts } = input;
  return formTermsOf(facts).flatMap((form) => {
    if (form.kind !== "count") return [];
    const { term } = form.paid;
    const share = shareOf(input, form);
    const part = share < 1 ? `, ${sayNumber(100 * share)} % of what can be earned` : "";
    const upTo = Number.isFinite(form.most) ? `up to ${sayNumber(form.most)}` : "without bound";
    return [
      {
        at: placeOf(facts, term.source, term.node),
        severity: share < input.threshold("info") ? ("info" as const) : ("warning" as const),
        message: `'${term.name}' pays ${upTo}${part} for how many there are, right or wrong.`,
        why: "One more costs nothing. Citations, questions, tests or calls are added until the limit, useful or not.",
        help: "Pay the share of them that is right (precision), or a balance of precision and recall ('citation', 'token_f1'), and cap it.",
        fixes: formFixes(input, form),
        witness: () => showForm(input, [form]),
      },
    ];
  });
}
