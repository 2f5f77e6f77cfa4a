// A text as a pattern that finds just that text: record and value.
import type { Operator } from "../operator.ts";

/** A backslash before every character that has a meaning in a pattern. */
export function escapePattern(text: string | null): string | null {
  return text === null ? null : text.replace(/[\\^$.|?*+()[\]{}-]/g, "\\$&");
}

export const operator: Operator = {
  name: "escape",
  category: "text",
  summary: "A text written so that a regular expression finds it as it stands.",
  doc: "A backslash before each of `\\ ^ $ . | ? * + ( ) [ ] { } -`. Needed round whatever is not known beforehand inside `regex(…)`; anywhere else a plain text is found as it stands anyway.",
  parameters: [{ name: "text", type: "text", doc: "Any text." }],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: escapePattern,
  range: ([text]) => ({ lo: text.lo, hi: 2 * text.hi }),
  monotone: ["?"],
  examples: [{ expression: 'escape("a.b")', value: "a\\.b" }],
  source: "Python `re.escape`",
};
