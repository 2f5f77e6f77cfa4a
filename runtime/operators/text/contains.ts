// Search for a pattern in a text: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where the pattern occurs anywhere in the text, 0 where not, NaN for a missing text. A string pattern is literal. */
export function contains(text: string | null, pattern: RegExp | string | null): number {
  if (text === null || pattern === null) return NaN;
  const found = typeof pattern === "string" ? text.includes(pattern) : text.search(pattern) >= 0;
  return found ? 1 : 0;
}

export const operator: Operator = {
  name: "contains",
  category: "text",
  summary: "Whether a text has a part like this.",
  doc: "True where the pattern occurs at least once, anywhere. The same as `text matches pattern`. Of a list `contains(xs, value)` says whether one of its elements is that value; a regular expression is looked for in each of its texts.",
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", search: "first", doc: "A text, taken literally, or a regular expression." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: contains,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: 'contains("I am sorry", "sorry")', value: true },
    { expression: 'contains("I am Sorry", "sorry")', value: false },
  ],
  source: "Python `in` and `re.search`",
};
