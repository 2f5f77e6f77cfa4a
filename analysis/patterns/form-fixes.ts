// What helps where form is paid: paying it with a verified answer only, or measuring it. It must not know rules.
import type { Fix, Witness } from "../../compiler/diagnostics.ts";
import type { Form } from "../facts/form-terms.ts";
import { isVouched, verifiedChecks } from "../facts/wrong-answer.ts";
import { oneRecord } from "../witness/build-episode.ts";
import { formTexts } from "../witness/form-texts.ts";
import { confirmWitness } from "../witness/play-episodes.ts";
import { referenceTexts } from "../witness/reference-texts.ts";
import { paidBy, searchRecord } from "../witness/search-record.ts";
import { payWhen, replaceTerm } from "./edit-term.ts";
import type { PatternInput } from "./pattern.ts";
import { sayNumber } from "./say-number.ts";
import { readTermText, textAt } from "./term-text.ts";

/** Only together with a verified check, where there is one; as a probe, where something else is left to be paid. */
export function formFixes({ program, text }: PatternInput, { paid }: Form): Fix[] {
  const { term } = paid;
  const gated = verifiedChecks(program, term.timing)
    .slice(0, 1)
    .flatMap((signal) => payWhen(text, term, signal.name));
  const parts = readTermText(text, term.source, term.name);
  const others = program.terms.some((other) => other !== term && other.role === "objective");
  if (parts === undefined || parts.when !== undefined || !others) return gated;
  const probe = `probe ${term.name} = ${textAt(text, parts.value)}`;
  return [...gated, ...replaceTerm(text, term, "Measure it instead of paying it", probe)];
}

/** A long text by its beginning. */
const quoteText = (text: string): string => (text.length > 120 ? `${JSON.stringify(text.slice(0, 80))} …` : JSON.stringify(text));

/** The share of all that can be earned; 1 where that has no end. */
export function shareOf({ facts }: PatternInput, { most }: Form): number {
  const all = facts.terms.hi;
  return Number.isFinite(all) && all > 0 ? Math.min(1, most / all) : 1;
}

/** The form at its best with every answer wrong, against saying nothing. */
export function showForm({ program, facts }: PatternInput, forms: readonly Form[]): Witness | undefined {
  const names = forms.map(({ paid }) => paid.term.name);
  const written = new Set(
    forms.flatMap(({ paid }) => [...facts.reads(paid.term.node)]).filter((name) => !isVouched(facts.signals.get(name)!)),
  );
  const references = referenceTexts(facts);
  const silent = oneRecord(program, "silent", references);
  const nodes = forms.map(({ paid }) => paid.term.node);
  const shown = formTexts(facts, nodes).flatMap((choice) => {
    const best = searchRecord(program, written, { ...references, ...choice }, (result) => paidBy(result, names));
    const text = Object.values(choice).find((value) => typeof value === "string");
    const said = text === undefined ? "Form alone" : `The answer ${quoteText(text)}`;
    const witness = confirmWitness(program, oneRecord(program, "form", best), silent, (earned, silently) => {
      return `${said} earns ${sayNumber(earned)}, saying nothing ${sayNumber(silently)}.`;
    });
    return witness === undefined ? [] : [witness];
  });
  return shown.toSorted((a, b) => (b.return ?? 0) - (a.return ?? 0))[0];
}
