// Whether a text ends with a pattern: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where the pattern can match up to the very end, 0 where not, NaN for a missing text. A string pattern is literal. */
export function endsWith(text: string | null, pattern: RegExp | string | null): number {
  if (text === null || pattern === null) return NaN;
  if (typeof pattern === "string") return text.endsWith(pattern) ? 1 : 0;
  const toTheEnd = new RegExp(`(?:${pattern.source})(?![^])`, pattern.flags);
  return toTheEnd.test(text) ? 1 : 0;
}

export const operator: Operator = {
  name: "ends_with",
  category: "text",
  summary: "Whether a text ends with a pattern.",
  doc: "True where the pattern can match up to the very end of the text, a final line end included. White space counts: `trim` first where it should not.",
  parameters: [
    { name: "text", type: "text", doc: "Where to look." },
    { name: "pattern", type: "pattern", search: "first", doc: "A text, taken literally, or a regular expression." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: endsWith,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: 'ends_with("so 42", r"\\d+")', value: true },
    { expression: 'ends_with("so 42\\n", r"\\d+")', value: false },
  ],
  source: "Python `str.endswith`",
};
