// Whether a text begins with a pattern: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where the pattern matches at the very start, 0 where not, NaN for a missing text. A string pattern is literal. */
export function startsWith(text: string | null, pattern: RegExp | string | null): number {
  if (text === null || pattern === null) return NaN;
  const found = typeof pattern === "string" ? text.startsWith(pattern) : text.search(pattern) === 0;
  return found ? 1 : 0;
}

export const operator: Operator = {
  name: "starts_with",
  category: "text",
  summary: "Whether a text begins with a pattern.",
  doc: "True where the pattern matches at the very start of the text. White space counts: `trim` first where it should not.",
  parameters: [
    { name: "text", type: "text", doc: "Where to look." },
    { name: "pattern", type: "pattern", search: "first", doc: "A text, taken literally, or a regular expression." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: startsWith,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: 'starts_with("<think>so", "<think>")', value: true },
    { expression: 'starts_with(" <think>so", "<think>")', value: false },
  ],
  source: "Python `str.startswith` and `re.match`",
};
