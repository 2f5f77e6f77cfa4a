// How often a pattern occurs in a text: record and value.
import type { Operator } from "../operator.ts";

/** Matches from left to right that do not overlap; NaN for a missing text. A string pattern is literal. */
export function countMatches(text: string | null, pattern: RegExp | string | null): number {
  if (text === null || pattern === null) return NaN;
  if (typeof pattern !== "string") return text.match(pattern)?.length ?? 0;
  if (pattern === "") return Array.from(text).length + 1;
  return text.split(pattern).length - 1;
}

export const operator: Operator = {
  name: "count_matches",
  category: "text",
  summary: "How often a pattern occurs in a text.",
  doc: "From left to right, not overlapping: `aa` occurs once in `aaa`. A match may be empty: `a*` occurs in `ba` before `b`, as `a` and at the end. A count can be pushed up by writing more: pay for `== 1` or clip it.",
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", doc: "A text, taken literally, or a regular expression." },
  ],
  result: "count",
  unit: "none",
  elementwise: true,
  evaluate: countMatches,
  range: ([text]) => ({ lo: 0, hi: text.hi + 1 }),
  monotone: ["?", "?"],
  examples: [
    { expression: 'count_matches("\\\\boxed{1} \\\\boxed{2}", r"\\\\boxed\\{[^{}]+\\}")', value: 2 },
    { expression: 'count_matches("aaa", "aa")', value: 1 },
  ],
  source: "Python `str.count` and `re.findall`",
};
