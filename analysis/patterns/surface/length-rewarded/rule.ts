// RH603: a longer text is paid more, whatever is in it.
import { formTermsOf } from "../../../facts/form-terms.ts";
import { placeOf } from "../../combination.ts";
import { formFixes, shareOf, showForm } from "../../form-fixes.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH603",
  name: "length-rewarded",
  severity: "warning",
  summary: "A longer text is paid more, whatever is in it.",
  classes: ["count-proportional"],
  thresholds: {
    info: { default: 0.1, doc: "Share of the most that can be earned below which this is a note.", min: 0, max: 1 },
  },
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
  const { facts } = input;
  return formTermsOf(facts).flatMap((form) => {
    if (form.kind !== "length") return [];
    const { term } = form.paid;
    const share = shareOf(input, form);
    const part = share < 1 ? `, ${sayNumber(100 * share)} % of what can be earned` : "";
    const upTo = Number.isFinite(form.most) ? `up to ${sayNumber(form.most)}` : "without bound";
    return [
      {
        at: placeOf(facts, term.source, term.node),
        severity: share < input.threshold("info") ? ("info" as const) : ("warning" as const),
        message: `'${term.name}' pays ${upTo}${part} for length alone.`,
        why: "Writing more is the easiest thing there is. Replies grow to the limit with repetition and filler.",
        help: "Pay what the length is a sign of; at most ask for a minimum of content ('require says_something = length(words(reply)) >= 8 else …').",
        fixes: formFixes(input, form),
        witness: () => showForm(input, [form]),
      },
    ];
  });
}
