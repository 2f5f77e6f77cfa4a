// The tree of a regular expression of the language. It must not know how any engine writes it.

/** Stands in the text of a pattern for a text that is not known yet: a code point that will never be a character. */
export const HOLE = "\ufdd0";

/** `\d`, `\w`, `\s`, `\p{L}` …; `negated` for the capital letter. */
export interface CharacterClass {
  kind: "class";
  name: "d" | "w" | "s" | "L" | "N" | "P";
  negated: boolean;
}

/** Code points of a set, both ends included. */
export interface CharacterRange {
  kind: "range";
  from: number;
  to: number;
}

export type PatternNode =
  | { kind: "character"; code: number }
  | { kind: "any" }
  /** A text that is not known yet, found as it stands. */
  | { kind: "hole" }
  | CharacterClass
  | { kind: "set"; negated: boolean; items: (CharacterRange | CharacterClass)[] }
  | { kind: "start" | "end" | "word-edge" | "no-word-edge" }
  | { kind: "group"; number?: number; body: PatternNode }
  | { kind: "look"; behind: boolean; negated: boolean; body: PatternNode }
  | { kind: "repeat"; body: PatternNode; min: number; max: number; lazy: boolean }
  | { kind: "reference"; group: number }
  | { kind: "sequence"; items: PatternNode[] }
  | { kind: "alternatives"; branches: PatternNode[] };
