// Text edits that turn the sign of a term round. They must not decide whether it is wrong.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { rewriteValue } from "../../edit-term.ts";
import { readTermText } from "../../term-text.ts";

export function signFixes(text: string, { term, once }: Paid): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined) return [];
  const value = text.slice(parts.value.start, parts.value.end);
  const positive = value.trim().startsWith("-") ? value.trim().slice(1).trim() : undefined;
  if (term.role === "objective" && positive !== undefined)
    return rewriteValue(text, term, `Drop the minus sign: ${positive}`, () => positive);
  if (term.role === "penalty")
    return [{ title: "Make it an objective", safe: false, edits: [{ ...parts.keyword, text: "objective" }] }];
  if (once.lo >= 0) return [{ title: "Make it a penalty", safe: false, edits: [{ ...parts.keyword, text: "penalty" }] }];
  return rewriteValue(text, term, "Negate the formula", () => `-(${value})`);
}
