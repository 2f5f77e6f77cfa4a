// What one hackable pattern is. A pattern reads the program and its facts, never the text, names or comments.
import type { Fix, Related, Severity, Witness } from "../../compiler/diagnostics.ts";
import type { Program, Source } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";

export interface PatternInput {
  program: Program;
  facts: Facts;
  /** The source text, for building fixes only. */
  text: string;
}

export interface Finding {
  at: Source;
  /** Default: the pattern's own. */
  severity?: Severity;
  /** What is wrong here, with the numbers. */
  message: string;
  /** What an agent will do about it. */
  why: string;
  help: string;
  related?: Related[];
  fixes?: Fix[];
  /** Built only where it is shown: running episodes takes longer than finding them. */
  witness?: () => Witness | undefined;
}

export interface Pattern {
  /** `RH203`. */
  code: string;
  /** Kebab-case; also the folder's name and the one `@allow` takes. */
  name: string;
  severity: Severity;
  /** One line for lists. */
  summary: string;
  /** Keys of papers in docs/papers.md, the first the main one. */
  evidence: { title: string; url?: string; says: string }[];
  check(input: PatternInput): Finding[];
}
