// The part of a text a pattern picks out: record and value.
import type { Operator } from "../operator.ts";

/**
 * The group of the first or last match, or the whole match where the pattern has no groups; null where nothing matches, the
 * group took no part or the text is missing. A string pattern is literal.
 */
export function extract(text: string | null, pattern: RegExp | string | null, group = 1, occurrence = "first"): string | null {
  if (text === null || pattern === null) return null;
  if (typeof pattern === "string") return text.includes(pattern) ? pattern : null;
  let found: RegExpMatchArray | null = null;
  for (const match of text.matchAll(pattern)) {
    found = match;
    if (occurrence === "first") break;
  }
  if (found === null) return null;
  return (found.length === 1 ? found[0] : found[group]) ?? null;
}

export const operator: Operator = {
  name: "extract",
  category: "text",
  summary: "The part of a text that a pattern picks out.",
  doc: 'Group 1 of the first match, or the whole match where the pattern has no groups; `group: 0` is always the whole match. `occurrence: "last"` takes the last match, counted without overlap. Missing where nothing matches: give `??`.',
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", doc: "A text, taken literally, or a regular expression." },
    { name: "group", type: "count", default: 1, constant: true, pure: true, doc: "Number of the group, 0 for the whole match." },
    { name: "occurrence", type: "option", default: "first", options: ["first", "last"], constant: true, doc: "Which match." },
  ],
  result: "text?",
  unit: "none",
  elementwise: true,
  evaluate: extract,
  range: ([text]) => ({ lo: 0, hi: text.hi }),
  monotone: ["?", "?", "?", "?"],
  examples: [
    { expression: 'extract("so \\\\boxed{42}", r"\\\\boxed\\{([^{}]+)\\}") ?? ""', value: "42" },
    { expression: 'extract("1, 2, 3", r"\\d", occurrence: "last") ?? ""', value: "3" },
    { expression: 'extract("none", r"\\d") ?? "-"', value: "-" },
  ],
  source: "Python `re.search` and `Match.group`",
};
