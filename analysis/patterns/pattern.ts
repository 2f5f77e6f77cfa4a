// What one hackable pattern is. A pattern reads the program and its facts, never the text, names or comments.
import type { Fix, Related, Severity, Witness } from "../../compiler/diagnostics.ts";
import type { Program, Source } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";

export interface PatternInput {
  program: Program;
  facts: Facts;
  /** The source text, for building fixes only. */
  text: string;
  /** A threshold of this pattern, by name: as configured, else its default. */
  threshold(name: string): number;
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
  /** The likeliest first. `safe` where it cannot make anything else worse: it is then part of "fix all". */
  fixes?: Fix[];
  /** Built only where it is shown: running episodes takes longer than finding them. */
  witness?: () => Witness | undefined;
}

/** A number that a project may set. */
export interface Threshold {
  default: number;
  /** What it is compared with, with its unit; a sentence. */
  doc: string;
  min?: number;
  max?: number;
}

export interface Pattern {
  /** `RH203`. */
  code: string;
  /** Kebab-case; also the folder's name and the one `@allow` takes. */
  name: string;
  severity: Severity;
  /** Runs only where a project asks for it: it is new, or speaks of taste. */
  preview?: boolean;
  /** One line for lists. */
  summary: string;
  /** Kinds of documented reward hacks it speaks for. */
  classes: readonly HackClass[];
  thresholds?: Readonly<Record<string, Threshold>>;
  /** What shows that this is gamed: papers, incidents, released code; the main one first. */
  evidence: { title: string; url?: string; says: string }[];
  check(input: PatternInput): Finding[];
}

/** Kinds of reward hacks that are documented from training runs and released rewards. */
export type HackClass =
  | "farmable-event"
  | "nonpotential-shaping"
  | "inaction-pays"
  | "goal-avoidance"
  | "suicide-incentive"
  | "missing-termination"
  | "threshold-cliff"
  | "wrong-referent"
  | "side-effect-blind"
  | "agent-writable"
  | "fail-open-verifier"
  | "unguarded-judge"
  | "answer-leak"
  | "unbounded-learned-proxy"
  | "correlated-ensemble"
  | "count-proportional"
  | "format-over-substance"
  | "conflicting-terms"
  | "scale-domination"
  | "unit-mismatch"
  | "dead-term"
  | "sign-error"
  | "bookkeeping-error"
  | "no-signal"
  | "controllable-denominator"
  | "proxy-gold-gap"
  | "novelty-trap"
  | "simulator-exploit";
