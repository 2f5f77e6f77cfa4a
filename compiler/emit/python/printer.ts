// What the parts of the translator share: text with its binding level, the function they are in, what it needs of the prelude.
// It must not know how any expression or statement is translated.
import { quote } from "../syntax-javascript.ts";
import { PROPERTY, toPython } from "./regex.ts";
import type { Binding, FunctionNode } from "./tree.ts";

/** Text of a Python expression, and how tightly its outermost operation binds. */
export interface Code {
  text: string;
  level: number;
}

/** Binding levels of Python, tightest last. */
export const level = {
  walrus: 0,
  lambda: 1,
  choice: 2,
  or: 3,
  and: 4,
  not: 5,
  compare: 6,
  shift: 10,
  sum: 11,
  product: 12,
  sign: 13,
  atom: 20,
} as const;

export interface Printer {
  inside: FunctionNode | undefined;
  /** In `score` and its like, where every property is that of a record but the length of a list of steps. */
  inProgram: boolean;
  /** Functions to be defined before the statement at hand. */
  before: string[];
  /** For an index that is known to lie within: the lists, by variable. */
  within: Map<Binding, Set<Binding>>;
  /** Statements that `continue` must run first, of the innermost loop. */
  onContinue: readonly string[];
  /** Columns of texts and lists, which grow step by step. */
  growing: ReadonlySet<string>;
  shared: Shared;
}

/** What belongs to the module as a whole. */
export interface Shared {
  used: Set<string>;
  /** Compiled patterns by their text in Python. */
  patterns: Map<string, string>;
  properties: Set<string>;
  count: number;
}

export const atom = (text: string): Code => ({ text, level: level.atom });

/** With parentheses where it binds less tightly than needed. */
export const within = (code: Code, least: number): string => (code.level >= least ? code.text : `(${code.text})`);

/** A call of a prelude function. */
export function prelude(p: Printer, name: string, ...args: readonly string[]): Code {
  p.shared.used.add(name);
  return atom(`${name}(${args.join(", ")})`);
}

/** The name of something of the prelude. */
export function preludeName(p: Printer, name: string): Code {
  p.shared.used.add(name);
  return atom(name);
}

export const fresh = (p: Printer, stem: string): string => `_${stem}${++p.shared.count}`;

/** A text of which parts are regular expressions: characters of a property are added by name. */
export function patternText(p: Printer, source: string, flags: string): string {
  const parts = toPython(source, flags).source.split(PROPERTY);
  const texts = parts.flatMap((part, k) => {
    if (k % 2 === 0) return part === "" && parts.length > 1 ? [] : [rawQuote(part)];
    p.shared.properties.add(part);
    return [`_CLASS_${part.toUpperCase()}`];
  });
  return texts.join(" + ");
}

/** As a raw text where that says the same. */
function rawQuote(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) && !text.includes('"') && !/\\$/.test(text);
  return plain && text.includes("\\") ? `r"${text}"` : quote(text);
}

export const flagsText = (flags: string): string => {
  const letters = [...(flags.includes("i") ? ["re.IGNORECASE"] : []), ...(flags.includes("s") ? ["re.DOTALL"] : [])];
  return letters.length === 0 ? "0" : letters.join(" | ");
};

/** A pattern that is compiled once. */
export function compiledPattern(p: Printer, source: string, flags: string): Code {
  const letters = flagsText(flags);
  const text = `re.compile(${patternText(p, source, flags)}${letters === "0" ? "" : `, ${letters}`})`;
  const name = p.shared.patterns.get(text) ?? `_PATTERN_${p.shared.patterns.size + 1}`;
  p.shared.patterns.set(text, name);
  return atom(name);
}

export const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === "" ? "" : `    ${line}`));
