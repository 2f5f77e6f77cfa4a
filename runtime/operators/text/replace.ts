// A text with every match replaced: record and value.
import type { Interval } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Every match replaced; `$0` to `$9` stand for groups of a regular expression. Null where missing or enormous. */
export function replace(text: string | null, pattern: RegExp | string | null, by: string | null): string | null {
  if (text === null || pattern === null || by === null) return null;
  if (typeof pattern === "string") return replaceText(text, pattern, by);
  const template = by.split(/\$([0-9])/);
  const parts: string[] = [];
  let size = text.length;
  let start = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(start, match.index));
    for (let i = 0; i < template.length; i++) {
      const part = i % 2 === 0 ? template[i] : (match[Number(template[i])] ?? "");
      size += part.length;
      if (size > 1e8) return null;
      parts.push(part);
    }
    start = match.index + match[0].length;
  }
  return parts.join("") + text.slice(start);
}

/** The same for a text that is found as it stands; the empty text is found round every code point. */
export function replaceText(text: string, found: string, by: string): string | null {
  const points = found === "" ? Array.from(text) : text.split(found);
  const times = found === "" ? points.length + 1 : points.length - 1;
  if (text.length + times * by.length > 1e8) return null;
  return found === "" ? by + points.map((point) => point + by).join("") : points.join(by);
}

function range([text, pattern, by]: Interval[]): Interval {
  if (pattern.lo > text.hi) return text;
  // A group of a regular expression needs two characters to be named.
  const isBounded = by.hi < 2 || pattern.lo >= 0;
  const added = by.hi <= 0 ? 0 : (Math.max(0, text.hi) + 1) * by.hi;
  return { lo: 0, hi: isBounded ? text.hi + added : Number.POSITIVE_INFINITY };
}

export const operator: Operator = {
  name: "replace",
  category: "text",
  summary: "A text with everything that matches a pattern replaced.",
  doc: "Every match, from left to right, not overlapping. For a regular expression `$0` in `with` is the whole match and `$1` to `$9` are its groups (empty where a group took no part or does not exist); any other `$` stands for itself, and for a plain text all of `with` does. An empty pattern matches before, between and after the characters. Missing where the result would be longer than 100 million characters.",
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", doc: "What to replace: a text, taken literally, or a regular expression." },
    { name: "with", type: "text", doc: "What stands there instead, empty to delete." },
  ],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: replace,
  range,
  monotone: ["?", "?", "?"],
  examples: [
    { expression: 'replace("1,234,567", ",", "")', value: "1234567" },
    { expression: 'replace("Doe, Jo", r"(\\w+), (\\w+)", "$2 $1")', value: "Jo Doe" },
    { expression: 'replace("a.b", ".", "$0")', value: "a$0b" },
  ],
  source: "Python `str.replace` and `re.sub`",
};
