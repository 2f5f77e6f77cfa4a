// What the editor says about one word of the language. Data only: it must not know the parser or any file.

export interface WordDoc {
  word: string;
  /** How it is written, with capitals for what goes in. */
  form: string;
  /** One paragraph: what it means and what a designer should know. Markdown. */
  text: string;
  /** What completion inserts, with LSP placeholders; absent: the word itself. */
  snippet?: string;
}

/** The table as a map by word. */
export function byWord<T extends { word: string }>(table: readonly T[]): ReadonlyMap<string, T> {
  return new Map(table.map((row) => [row.word, row]));
}
