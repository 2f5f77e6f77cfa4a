// A text in lower case: record and value.
import type { Operator } from "../operator.ts";

/** The text in lower case, by the Unicode default mapping. */
export function lower(text: string | null): string | null {
  return text === null ? null : text.toLowerCase();
}

export const operator: Operator = {
  name: "lower",
  category: "text",
  summary: "The text in lower case.",
  doc: "By the default mapping of Unicode, whatever the language of the machine. A few characters become several, so the length may change.",
  parameters: [{ name: "text", type: "text", doc: "Any text." }],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: lower,
  // One character becomes at most three.
  range: ([text]) => ({ lo: text.lo, hi: 3 * text.hi }),
  monotone: ["?"],
  examples: [{ expression: 'lower("Answer: A")', value: "answer: a" }],
  source: "Python `str.lower`",
};
