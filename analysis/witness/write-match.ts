// A short text that a pattern matches, written by following the pattern from left to right. It must not know programs.
import { toRegExp } from "../../runtime/pattern.ts";

const classes: Readonly<Record<string, string>> = {
  d: "1",
  w: "a",
  s: " ",
  D: "a",
  W: "-",
  S: "a",
  n: "\n",
  t: "\t",
  b: "",
  B: "",
};

/** A text in which the pattern occurs once and that can be repeated; undefined where this simple walk does not find one. */
export function writeMatch(pattern: string, flags: string, literal: boolean): string | undefined {
  const text = literal ? pattern : writeAlternative(pattern);
  if (text === undefined || text === "") return undefined;
  const repeated = [text, `${text}\n`, `${text} `].find(
    (candidate) => occurrences(candidate.repeat(2), pattern, flags, literal) === 2,
  );
  return repeated;
}

function occurrences(text: string, pattern: string, flags: string, literal: boolean): number {
  if (literal) return text.split(pattern).length - 1;
  try {
    return [...text.matchAll(toRegExp(pattern, flags))].length;
  } catch {
    return 0;
  }
}

/** The first alternative, each part as few times as it may occur but at least once. */
function writeAlternative(pattern: string): string | undefined {
  let text = "";
  let at = 0;
  while (at < pattern.length) {
    const character = pattern[at]!;
    if (character === "|") break;
    const part = readPart(pattern, at);
    if (part === undefined) return undefined;
    text += part.text;
    at = skipQuantifier(pattern, part.end);
  }
  return text;
}

function readPart(pattern: string, at: number): { text: string; end: number } | undefined {
  const character = pattern[at]!;
  if (character === "^" || character === "$") return { text: "", end: at + 1 };
  if (character === ".") return { text: "a", end: at + 1 };
  if (character === "\\") return readEscape(pattern, at);
  if (character === "[") return readClass(pattern, at);
  if (character === "(") return readGroup(pattern, at);
  return "*+?{)".includes(character) ? undefined : { text: character, end: at + 1 };
}

function readEscape(pattern: string, at: number): { text: string; end: number } | undefined {
  const kind = pattern[at + 1];
  if (kind === undefined || /[1-9]/.test(kind)) return undefined;
  if (kind === "p") {
    const end = pattern.indexOf("}", at);
    return end < 0 ? undefined : { text: pattern[at + 3] === "N" ? "1" : pattern[at + 3] === "P" ? "." : "a", end: end + 1 };
  }
  return { text: classes[kind] ?? kind, end: at + 2 };
}

function readClass(pattern: string, at: number): { text: string; end: number } | undefined {
  const end = pattern.slice(at + 2).search(/(?<!\\)\]/) + at + 2;
  if (end < at + 2) return undefined;
  const members = pattern.slice(at + 1, end);
  if (!members.startsWith("^"))
    return { text: members.startsWith("\\") ? (classes[members[1]!] ?? members[1]!) : members[0]!, end: end + 1 };
  const allowed = ["a", "1", " ", "-"].find((candidate) => new RegExp(`[${members}]`).test(candidate));
  return allowed === undefined ? undefined : { text: allowed, end: end + 1 };
}

function readGroup(pattern: string, at: number): { text: string; end: number } | undefined {
  const close = closingBracket(pattern, at);
  if (close < 0) return undefined;
  const inner = pattern.slice(at + 1, close);
  if (/^\?(=|!|<)/.test(inner)) return { text: "", end: close + 1 };
  const text = writeAlternative(inner.replace(/^\?:/, ""));
  return text === undefined ? undefined : { text, end: close + 1 };
}

function closingBracket(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === "\\") at++;
    else if (pattern[at] === "(") depth++;
    else if (pattern[at] === ")" && --depth === 0) return at;
  }
  return -1;
}

function skipQuantifier(pattern: string, at: number): number {
  const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at));
  return at + (quantifier?.[0].length ?? 0);
}
