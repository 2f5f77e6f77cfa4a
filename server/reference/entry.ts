// What one thing to look up is. Types only.

export type EntryKind =
  | "operator"
  | "member"
  | "rule"
  | "group"
  | "word"
  | "type"
  | "tag"
  | "source"
  | "value"
  | "axis"
  | "unit"
  | "guide";

export interface Entry {
  /** `operator/clip`: no other entry has it. */
  id: string;
  kind: EntryKind;
  name: string;
  /** Other names it is found by. */
  aliases: readonly string[];
  /** One line. */
  summary: string;
  /** Whatever else its words may be looked for in. */
  text: string;
  /** Markdown. */
  page(): string;
}
