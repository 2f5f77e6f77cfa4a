// A text without white space round it: record and value.
import type { Operator } from "../operator.ts";
import { isSpace } from "./white-space.ts";

/** The text without white space at either end. */
export function trim(text: string | null): string | null {
  if (text === null) return null;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

export const operator: Operator = {
  name: "trim",
  category: "text",
  summary: "The text without white space round it.",
  doc: "Removes white space from both ends: the 29 characters of Python's `str.isspace`, the same as `\\s`.",
  parameters: [{ name: "text", type: "text", doc: "Any text." }],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: trim,
  range: ([text]) => ({ lo: 0, hi: text.hi }),
  monotone: ["?"],
  examples: [{ expression: 'trim("  42\\n")', value: "42" }],
  source: "Python `str.strip`",
};
