// One finding for each term that pays for form of one kind: what all rules about the look of a text have in common.
// It must not know which rules there are.
import { type Form, formTermsOf } from "../facts/form-terms.ts";
import { placeOf } from "./combination.ts";
import { formFixes, shareOf, showForm } from "./form-fixes.ts";
import type { Finding, PatternInput, Threshold } from "./pattern.ts";
import { sayNumber } from "./say-number.ts";

export const formThresholds = {
  info: { default: 0.1, doc: "Share of the most that can be earned below which this is a note.", min: 0, max: 1 },
} satisfies Record<string, Threshold>;

interface Words {
  /** End of the sentence: what is paid for. */
  paidFor: string;
  why: string;
  help: string;
}

/** Below the threshold `info` of what can be earned a note, else a warning. */
export function formFindings(input: PatternInput, kind: Form["kind"], { paidFor, why, help }: Words): Finding[] {
  const { facts } = input;
  return formTermsOf(facts)
    .filter((form) => form.kind === kind)
    .map((form) => {
      const { term } = form.paid;
      const share = shareOf(input, form);
      const part = share < 1 ? `, ${sayNumber(100 * share)} % of what can be earned` : "";
      const upTo = Number.isFinite(form.most) ? `up to ${sayNumber(form.most)}` : "without bound";
      return {
        at: placeOf(facts, term.source, term.node),
        severity: share < input.threshold("info") ? "info" : "warning",
        message: `'${term.name}' pays ${upTo}${part} for ${paidFor}.`,
        why,
        help,
        fixes: formFixes(input, form),
        witness: () => showForm(input, [form]),
      };
    });
}
