// A text in upper case: record and value.
import type { Operator } from "../operator.ts";

/** The text in upper case, by the Unicode default mapping. */
export function upper(text: string | null): string | null {
  return text === null ? null : text.toUpperCase();
}

export const operator: Operator = {
  name: "upper",
  category: "text",
  summary: "The text in upper case.",
  doc: "By the default mapping of Unicode, whatever the language of the machine. A few characters become several, so the length may change.",
  parameters: [{ name: "text", type: "text", doc: "Any text." }],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: upper,
  // One character becomes at most three.
  range: ([text]) => ({ lo: text.lo, hi: 3 * text.hi }),
  monotone: ["?"],
  examples: [{ expression: 'upper("ok")', value: "OK" }],
  source: "Python `str.upper`",
};
