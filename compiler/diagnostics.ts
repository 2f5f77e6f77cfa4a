// The only diagnostic type: what is wrong, why it matters, what to do. It must not know where it will be shown.
import type { Span } from "../grammar/span.ts";
import type { Episode } from "../runtime/trajectory.ts";

export type Severity = "error" | "warning" | "info" | "hint";

export interface TextEdit extends Span {
  text: string;
}

export interface Fix {
  title: string;
  /** Safe: meaning is kept or plainly what was meant, so "fix all" may apply it. */
  safe: boolean;
  edits: TextEdit[];
}

export interface Related extends Span {
  message: string;
  /** The path of another file, in which the span lies. */
  file?: string;
}

/** A trajectory that shows the point, confirmed by the evaluator. */
export interface Witness {
  episode: Episode;
  /** What it is compared with, where the claim is "earns more than". */
  honest?: Episode;
  return: number | null;
  honestReturn?: number | null;
  /** One sentence a person understands at a glance, with the numbers. */
  explanation: string;
}

export interface Diagnostic extends Span {
  /** Stable: `RH203` for patterns, `T…` types, `S…` syntax, `N…` names, `F…` files, `U…` units. */
  code: string;
  /** Kebab-case, e.g. `compensable-constraint`, `unit-mismatch`. */
  rule: string;
  severity: Severity;
  /** One sentence: what is here and what is wrong with it. */
  message: string;
  why?: string;
  /** What to do. */
  help?: string;
  related?: Related[];
  fixes?: Fix[];
  witness?: Witness;
  /** Greyed out in the editor. */
  unnecessary?: boolean;
}
