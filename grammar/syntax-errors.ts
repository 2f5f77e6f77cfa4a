// What the lexer and the parser report: plain data with offsets. It must not know diagnostics of later stages.
import type { Span } from "./span.ts";

export interface SyntaxFix {
  title: string;
  /** Plainly what was meant, so that "fix all" may apply it. */
  safe?: boolean;
  edits: { start: number; end: number; text: string }[];
}

export type SyntaxCode = keyof typeof syntaxCodes;

export interface SyntaxProblem extends Span {
  code: SyntaxCode;
  /** One sentence: what was found and what was expected. */
  message: string;
  /** What to do. */
  help?: string;
  /** "error" where absent. */
  severity?: "error" | "hint";
  fixes?: SyntaxFix[];
  /** What stands around it has not been understood. */
  breaks?: boolean;
}

/** Every syntax code with its kebab-case name. */
export const syntaxCodes = {
  S101: "unknown-character",
  S102: "unterminated-text",
  S103: "unterminated-comment",
  S104: "bad-escape",
  S105: "bad-number",
  S106: "foreign-operator",
  S107: "foreign-quote",
  S108: "foreign-comment",
  S109: "foreign-letter",
  S110: "bad-flags",
  S201: "missing-token",
  S202: "missing-expression",
  S203: "missing-name",
  S204: "unclosed-bracket",
  S205: "unexpected-token",
  S206: "misplaced-declaration",
  S207: "stray-brace",
  S301: "mixed-comparison",
  S302: "misplaced-not",
  S303: "too-deep",
  S304: "unknown-word",
  S305: "given-twice",
  S306: "misplaced-part",
  S307: "bad-unit",
  S308: "bad-annotation",
  S401: "newer-language",
  S402: "reserved-for-later",
  S501: "stray-doc",
} as const;

/** An error with one safe fix that replaces its span by `text`. */
export function slip({ start, end }: Span, code: SyntaxCode, message: string, text: string, help?: string): SyntaxProblem {
  return { start, end, code, message, help, fixes: [{ title: `Write ${text}`, safe: true, edits: [{ start, end, text }] }] };
}
