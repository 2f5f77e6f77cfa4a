// The parts of a text between matches: record and value.
import type { Operator } from "../operator.ts";

/** The parts between the matches; a text split at nothing gives its code points. Null for a missing text. */
export function split(text: string | null, pattern: RegExp | string | null): string[] | null {
  if (text === null || pattern === null) return null;
  if (pattern === "") return Array.from(text);
  if (typeof pattern === "string") return text.split(pattern);
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(text.slice(start));
  return parts;
}

export const operator: Operator = {
  name: "split",
  category: "text",
  summary: "The parts of a text between the places where a pattern occurs.",
  doc: "One part more than there are matches, empty ones included: an empty text has one empty part. Groups of a regular expression add nothing. Split at the empty text it is the list of its characters. `words(t)` splits at white space and leaves out empty parts, `lines(t)` at line ends.",
  parameters: [
    { name: "text", type: "text", doc: "The text to cut up." },
    { name: "pattern", type: "pattern", doc: "What separates the parts: a text, taken literally, or a regular expression." },
  ],
  result: "list of text",
  unit: "none",
  elementwise: true,
  evaluate: split,
  range: ([text]) => ({ lo: 0, hi: text.hi }),
  monotone: ["?", "0"],
  examples: [
    { expression: 'split("a, b,c", r",\\s*")', value: ["a", "b", "c"] },
    { expression: 'split("a--b", "-")', value: ["a", "", "b"] },
    { expression: 'split("", ",")', value: [""] },
  ],
  source: "Python `str.split` with a separator and `re.split` without groups",
};
