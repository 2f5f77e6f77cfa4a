// Where a pattern first occurs in a text: record and value.
import type { Operator } from "../operator.ts";
import { findMatch } from "./find-match.ts";
import { length } from "./length.ts";

/** Code points before the first match; NaN where nothing matches or the text is missing. */
export function position(text: string | null, pattern: RegExp | string | null): number {
  const found = text === null || pattern === null ? null : findMatch(text, pattern, "first");
  return text === null || found === null ? NaN : length(text.slice(0, found[0]));
}

export const operator: Operator = {
  name: "position",
  category: "text",
  summary: "Where in a text a pattern first occurs.",
  doc: "The number of code points before the first match, in [char]: 0 at the very beginning. Missing where nothing matches: give `??`.",
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", search: "first", doc: "A text, taken literally, or a regular expression." },
  ],
  result: "count?",
  unit: "[char]",
  elementwise: true,
  evaluate: position,
  range: ([text]) => ({ lo: 0, hi: Math.max(0, text.hi) }),
  monotone: ["?", "0"],
  examples: [
    { expression: 'position("so \\u{1F600}42", r"\\d") ?? -1', value: 4 },
    { expression: 'position("abc", "d") ?? -1', value: -1 },
  ],
  source: "Python `str.find` and `re.search`",
};
