// Every part of a text that a pattern picks out: record and value.
import type { Operator } from "../operator.ts";

/** The group of every match, "" where it took no part; the whole matches where there are no groups. Null where missing. */
export function extractAll(text: string | null, pattern: RegExp | string | null, group = 1): string[] | null {
  if (text === null || pattern === null) return null;
  const found: string[] = [];
  if (typeof pattern === "string") {
    const times = pattern === "" ? Array.from(text).length + 1 : text.split(pattern).length - 1;
    for (let i = 0; i < times; i++) found.push(pattern);
    return found;
  }
  for (const match of text.matchAll(pattern)) {
    if (match.length > 1 && !(group < match.length)) return null;
    found.push((match.length === 1 ? match[0] : match[group]) ?? "");
  }
  return found;
}

export const operator: Operator = {
  name: "extract_all",
  category: "text",
  summary: "Every part of a text that a pattern picks out, as a list.",
  doc: "Group 1 of each match, or the whole match where the pattern has no groups; `group: 0` is always the whole match. From left to right, not overlapping; an empty list where nothing matches. A group that took no part in a match is an empty text, as in Python; where the pattern has no such group the list is missing.",
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", doc: "A text, taken literally, or a regular expression." },
    { name: "group", type: "count", default: 1, constant: true, pure: true, doc: "Number of the group, 0 for the whole match." },
  ],
  result: "list of text",
  unit: "none",
  elementwise: true,
  evaluate: extractAll,
  range: ([text]) => ({ lo: 0, hi: text.hi }),
  monotone: ["?", "0", "0"],
  examples: [
    { expression: 'extract_all("a=1, b=2", r"(\\w)=(\\d)", group: 2)', value: ["1", "2"] },
    { expression: 'extract_all("<a>x</a><a>y</a>", r"<a>(.*?)</a>"s)', value: ["x", "y"] },
  ],
  source: "Python `re.findall`",
};
