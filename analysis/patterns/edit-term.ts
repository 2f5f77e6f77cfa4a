// The fixes patterns share: another weight, a wrapped formula, a term turned into shaping or a constraint. Text edits only.
import type { Fix, TextEdit } from "../../compiler/diagnostics.ts";
import type { Term } from "../../runtime/program.ts";
import { writeNumber } from "./say-number.ts";
import { readTermText, textAt } from "./term-text.ts";

const fixes = (title: string, edits: TextEdit[]): Fix[] => [{ title, safe: false, edits }];

/** Sets the weight of a term to a plain number. */
export function reweigh(text: string, term: Term, weight: number): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined || !Number.isFinite(weight) || weight <= 0) return [];
  const written = writeNumber(weight);
  const edit = parts.weight === undefined ? { start: parts.name.end, end: parts.name.end } : parts.weight;
  const lead = parts.weight === undefined ? " " : "";
  return fixes(`Change the weight to ${written}`, [{ ...edit, text: `${lead}weight ${written}` }]);
}

/** Rewrites the formula of a term. */
export function rewriteValue(text: string, term: Term, title: string, rewrite: (value: string) => string): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined) return [];
  return fixes(title, [{ ...parts.value, text: rewrite(textAt(text, parts.value)) }]);
}

/** Wraps every reading of a name in a term's formula; none where the formula does not name it. */
export function wrapReadings(
  text: string,
  term: Term,
  name: string,
  title: string,
  wrapped: string,
  further: TextEdit[] = [],
): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined) return [];
  const value = textAt(text, parts.value);
  const edits = [...value.matchAll(new RegExp(`(?<![\\w.])${name}(?!\\w)`, "g"))].map((match) => ({
    start: parts.value.start + match.index,
    end: parts.value.start + match.index + name.length,
    text: wrapped,
  }));
  return edits.length === 0 ? [] : fixes(title, [...edits, ...further]);
}

/** Turns `objective x weight w = …` into `shaping x weight w = potential(…)`. */
export function makeShaping(text: string, term: Term, potential: string): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined || parts.when !== undefined || parts.rate !== undefined) return [];
  return fixes(`Turn it into shaping: potential(${potential})`, [
    { ...parts.keyword, text: "shaping" },
    { ...parts.value, text: `potential(${potential})` },
  ]);
}

/** Pays an event the first time only. */
export function payOnce(text: string, term: Term): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined || term.timing !== "step") return [];
  if (parts.rate !== undefined) return [];
  const at = parts.weight?.end ?? parts.name.end;
  return fixes("Pay it once per episode", [{ start: at, end: at, text: " once" }]);
}

/** Replaces the whole declaration. */
export function replaceTerm(text: string, term: Term, title: string, declaration: string): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined) return [];
  return fixes(title, [{ start: parts.keyword.start, end: parts.when?.end ?? parts.value.end, text: declaration }]);
}

/** Pays only where a condition holds too. */
export function payWhen(text: string, term: Term, condition: string): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined) return [];
  if (parts.when === undefined)
    return fixes(`Pay only when ${condition}`, [{ start: parts.value.end, end: parts.value.end, text: ` when ${condition}` }]);
  const old = textAt(text, parts.when).slice("when".length).trim();
  return fixes(`Pay only when ${condition}`, [{ ...parts.when, text: `when (${old}) and ${condition}` }]);
}
