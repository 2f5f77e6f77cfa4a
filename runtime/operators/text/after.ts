// The part of a text behind a match: record and value.
import type { Operator } from "../operator.ts";
import { findMatch } from "./find-match.ts";

/** What stands behind the first or last match; null where there is none or the text is missing. */
export function afterMatch(text: string | null, pattern: RegExp | string | null, occurrence = "first"): string | null {
  const found = text === null || pattern === null ? null : findMatch(text, pattern, occurrence);
  return text === null || found === null ? null : text.slice(found[1]);
}

export const operator: Operator = {
  name: "after",
  category: "text",
  summary: "The part of a text behind the place where a pattern occurs.",
  doc: 'Without the match itself. `occurrence: "last"` takes the last match, counted from left to right without overlap. Missing where nothing matches: give `??`.',
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", doc: "A text, taken literally, or a regular expression." },
    { name: "occurrence", type: "option", default: "first", options: ["first", "last"], constant: true, doc: "Which match." },
  ],
  result: "text?",
  unit: "none",
  elementwise: true,
  evaluate: afterMatch,
  range: ([text]) => ({ lo: 0, hi: text.hi }),
  monotone: ["?", "0", "0"],
  examples: [
    { expression: 'after("so #### 42", "#### ") ?? ""', value: "42" },
    { expression: 'after("a: b: c", ": ", occurrence: "last") ?? ""', value: "c" },
    { expression: 'after("abc", r"\\d") ?? "-"', value: "-" },
  ],
  source: "Python `str.partition` and `str.rpartition`",
};
