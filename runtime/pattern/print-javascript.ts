// Tree → source of a JavaScript regular expression with the flags u, and i and s where the pattern has them; never m.
// JavaScript and the language differ in `.`, `^`, `$`, `\s`, `\w` and `\b`, and in the letter i where case does not matter.
import { assertsAbsence, mayBeEmpty } from "./measure.ts";
import { type CharacterClass, type CharacterRange, HOLE, type PatternNode } from "./syntax.ts";

export interface PatternFlags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  unicode: boolean;
}

/** The 29 characters for which Python's `str.isspace` is true, and all others. */
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** Variants of the letter i that Python takes for it where case does not matter, and JavaScript does not. */
const DOTTED_AND_DOTLESS = [0x130, 0x131];
const LETTERS_I = [0x49, 0x69, ...DOTTED_AND_DOTLESS];

export function printJavaScript(node: PatternNode, flags: PatternFlags): string {
  const text = printNode(node, flags);
  // V8 also tries between the halves of a surrogate pair, where only what asserts an absence can match.
  return mayBeEmpty(node) && assertsAbsence(node) ? `(?=[^]|$)(?:${text})` : text;
}

function printNode(node: PatternNode, flags: PatternFlags): string {
  const print = (inner: PatternNode) => printNode(inner, flags);
  switch (node.kind) {
    case "character":
      return flags.ignoreCase && LETTERS_I.includes(node.code) ? `[i${members(DOTTED_AND_DOTLESS)}]` : outside(node.code);
    case "hole":
      return HOLE;
    case "any":
      return flags.dotAll ? "." : "[^\\n]";
    case "class":
    case "set":
      return printSet(node.kind === "set" ? node : { negated: false, items: [node] }, flags);
    case "start":
      return flags.multiline ? "(?<=^|\\n)" : "^";
    case "end":
      return flags.multiline ? "(?=\\n|$)" : "$";
    case "word-edge":
    case "no-word-edge":
      return printEdge(node.kind === "word-edge", flags);
    case "group":
      return `(${node.number === undefined ? "?:" : ""}${print(node.body)})`;
    case "look":
      return `(?${node.behind ? "<" : ""}${node.negated ? "!" : "="}${print(node.body)})`;
    case "repeat":
      return `${print(node.body)}${bounds(node.min, node.max)}${node.lazy ? "?" : ""}`;
    case "reference":
      return `\\${node.group}`;
    case "sequence":
      return node.items.reduce((text, item, i) => append(text, print(item), node.items[i - 1]), "");
    case "alternatives":
      return node.branches.map(print).join("|");
  }
}

/** A digit after a reference must stay a character. */
function append(text: string, next: string, before: PatternNode | undefined): string {
  return before?.kind === "reference" && /^\d/u.test(next) ? `${text}(?:${next})` : text + next;
}

function bounds(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

/** Where a word begins or ends. JavaScript's own `\b` serves where its idea of a word is ours. */
function printEdge(isEdge: boolean, flags: PatternFlags): string {
  if (!flags.unicode && !flags.ignoreCase) return isEdge ? "\\b" : "\\B";
  const word = `[${wordMembers(flags)}]`;
  return isEdge ? `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))` : `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
}

const wordMembers = (flags: PatternFlags) =>
  flags.unicode ? "\\p{L}\\p{N}_" : flags.ignoreCase ? `\\w${members(DOTTED_AND_DOTLESS)}` : "\\w";

/** What a class stands for inside `[…]`. */
function classMembers(name: CharacterClass["name"], flags: PatternFlags): string {
  if (name === "s") return SPACE;
  if (name === "w") return wordMembers(flags);
  if (name === "d") return flags.unicode ? "\\p{Nd}" : "\\d";
  return `\\p{${name}}`;
}

/** A set; a negated class inside one becomes an alternative of its own, because JavaScript cannot nest it. */
function printSet(
  { negated, items }: { negated: boolean; items: (CharacterRange | CharacterClass)[] },
  flags: PatternFlags,
): string {
  const outsiders = items.filter((item): item is CharacterClass => item.kind === "class" && item.negated);
  const rest = items.filter((item) => item.kind === "range" || !item.negated);
  const text = rest.map((item) => (item.kind === "range" ? range(item) : classMembers(item.name, flags))).join("");
  const extra = flags.ignoreCase ? missingVariants(rest) : "";
  if (outsiders.length === 0) return simpleSet(negated, text + extra);
  const others = rest.length > 0 ? [simpleSet(false, text + extra)] : [];
  const classes = outsiders.map((item) => classMembers(item.name, flags));
  if (negated) {
    const [last, ...more] = classes.map((inner) => simpleSet(false, inner));
    return group(
      `${others.map((other) => `(?!${other})`).join("")}${more.map((inner) => `(?=${inner})`).join("")}${last}`,
      others.length + more.length,
    );
  }
  const parts = [...classes.map((inner) => simpleSet(true, inner)), ...others];
  return group(parts.join("|"), parts.length - 1);
}

const group = (text: string, needed: number) => (needed > 0 ? `(?:${text})` : text);

/** With i, `\P{L}` would also hold the letters that are variants of something else: `ι`, one of the mark U+0345. */
function simpleSet(negated: boolean, text: string): string {
  const single = /^\\(?:d|w|p\{\w+\})$/u.test(text);
  if (!single || (negated && text === "\\p{L}")) return `[${negated ? "^" : ""}${text}]`;
  return negated ? `\\${text[1].toUpperCase()}${text.slice(2)}` : text;
}

/** What a set that holds one variant of the letter i must be given besides what it holds. */
function missingVariants(items: readonly (CharacterRange | CharacterClass)[]): string {
  const held = LETTERS_I.filter((letter) =>
    items.some((item) => item.kind === "range" && item.from <= letter && letter <= item.to),
  );
  if (held.length === 0) return "";
  return `${held.some((letter) => letter < 0x80) ? "" : "i"}${members(DOTTED_AND_DOTLESS)}`;
}

const range = ({ from, to }: CharacterRange) => (from === to ? inside(from) : `${inside(from)}-${inside(to)}`);
const members = (codes: readonly number[]) => codes.map(inside).join("");

const outside = (code: number) =>
  code < 0x80 && "\\^$.*+?()[]{}|/".includes(String.fromCodePoint(code)) ? `\\${String.fromCodePoint(code)}` : plain(code);
const inside = (code: number) =>
  code < 0x80 && "\\]^-[".includes(String.fromCodePoint(code)) ? `\\${String.fromCodePoint(code)}` : plain(code);

const named: ReadonlyMap<number, string> = new Map([
  [9, "\\t"],
  [10, "\\n"],
  [11, "\\v"],
  [12, "\\f"],
  [13, "\\r"],
]);

/** As itself where it can be read, else by number. */
function plain(code: number): string {
  const short = named.get(code);
  if (short !== undefined) return short;
  const character = String.fromCodePoint(code);
  if (code >= 0x20 && code < 0x7f) return character;
  if (code > 0xffff) return /[\p{L}\p{S}]/u.test(character) ? character : `\\u{${code.toString(16)}}`;
  if (code >= 0xa1 && /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return character;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
