// RH601: words are paid for standing in the text, whatever the answer is.
import { formTermsOf } from "../../../facts/form-terms.ts";
import { placeOf } from "../../combination.ts";
import { formFixes, shareOf, showForm } from "../../form-fixes.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH601",
  name: "phrase-reward",
  severity: "warning",
  summary: "Words are paid for standing in the text, whatever the answer is.",
  classes: ["format-over-substance", "count-proportional"],
  thresholds: {
    info: { default: 0.1, doc: "Share of the most that can be earned below which this is a note.", min: 0, max: 1 },
  },
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
  const { facts } = input;
  return formTermsOf(facts).flatMap((form) => {
    if (form.kind !== "phrases") return [];
    const { term } = form.paid;
    const share = shareOf(input, form);
    const part = share < 1 ? `, ${sayNumber(100 * share)} % of what can be earned` : "";
    const upTo = Number.isFinite(form.most) ? `up to ${sayNumber(form.most)}` : "without bound";
    return [
      {
        at: placeOf(facts, term.source, term.node),
        severity: share < input.threshold("info") ? ("info" as const) : ("warning" as const),
        message: `'${term.name}' pays ${upTo}${part} for words that stand in the text, right answer or not.`,
        why: "What is said is learned at once, what is meant is not. Replies fill with the phrases, and nothing else changes.",
        help: "Pay them with a verified answer only ('when correct'), measure them with a probe, or leave them out.",
        fixes: formFixes(input, form),
        witness: () => showForm(input, [form]),
      },
    ];
  });
}
