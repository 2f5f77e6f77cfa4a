// What stands between a bracket and the one that closes it: record and value.
import type { Operator } from "../operator.ts";
import { findMatch } from "./find-match.ts";

/** From behind `prefix`, which ends with a bracket, to the bracket that closes it; null where there is no such part. */
export function bracketed(text: string | null, prefix: string | null, occurrence = "last"): string | null {
  if (text === null || prefix === null || prefix === "") return null;
  const open = prefix.charCodeAt(prefix.length - 1);
  const kind = "([{<".indexOf(String.fromCharCode(open));
  const found = kind < 0 ? null : findMatch(text, prefix, occurrence);
  if (found === null) return null;
  const close = ")]}>".charCodeAt(kind);
  let depth = 1;
  for (let at = found[1]; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === open) depth++;
    else if (code === close && --depth === 0) return text.slice(found[1], at);
  }
  return null;
}

export const operator: Operator = {
  name: "bracketed",
  category: "text",
  summary: "What stands between an opening bracket and the one that closes it.",
  doc: "From behind the last (or first) `prefix`, which ends with one of `( [ { <`, to the bracket that closes it; brackets of that kind inside are counted, others and quotes are not. Nothing is trimmed. Missing where `prefix` does not occur, where it ends with no bracket, and where the bracket found is never closed, even if an earlier one is: give `??`.",
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    {
      name: "prefix",
      type: "text",
      doc: "What stands before the part, up to and including the opening bracket, taken literally.",
    },
    { name: "occurrence", type: "option", default: "last", options: ["last", "first"], constant: true, doc: "Which `prefix`." },
  ],
  result: "text?",
  unit: "none",
  elementwise: true,
  evaluate: bracketed,
  range: ([text]) => ({ lo: 0, hi: text.hi }),
  monotone: ["?", "0", "0"],
  examples: [
    { expression: 'bracketed("so \\\\boxed{\\\\frac{1}{2}}.", "\\\\boxed{") ?? ""', value: "\\frac{1}{2}" },
    { expression: 'bracketed("f(a) g(b)", "(", occurrence: "first") ?? ""', value: "a" },
    { expression: 'bracketed("\\\\boxed{1} \\\\boxed{2", "\\\\boxed{") ?? "-"', value: "-" },
  ],
  source: "The boxed-answer extraction of Hendrycks et al. 2021 (MATH), as in verl's math_dapo",
};
