// What completion offers, as plain data. It must not know LSP.
import type { Span } from "../../../grammar/span.ts";

export type CompletionKind =
  | "keyword"
  | "snippet"
  | "signal"
  | "value"
  | "constant"
  | "term"
  | "operator"
  | "type"
  | "unit"
  | "tag"
  | "source"
  | "scenario"
  | "rule"
  | "option"
  | "file";

export interface Completion {
  label: string;
  kind: CompletionKind;
  /** Beside the label: a type, a form. */
  detail?: string;
  /** Markdown. */
  documentation?: string;
  /** What is inserted, with placeholders `${1:x}`; absent: the label. */
  snippet?: string;
  /** Lower comes first. */
  rank: number;
}

export interface CompletionList {
  /** What the chosen item replaces. */
  replaces: Span;
  items: Completion[];
}
