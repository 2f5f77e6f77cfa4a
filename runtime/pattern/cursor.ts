// A place in the text of a pattern, code point by code point, and the one way to refuse it.

export interface Cursor {
  text: readonly string[];
  at: number;
  /** Groups opened so far. */
  groups: number;
}

export function openCursor(text: string): Cursor {
  return { text: Array.from(text), at: 0, groups: 0 };
}

/** Steps over the characters where they come next. */
export function take(cursor: Cursor, expected: string): boolean {
  if (!ahead(cursor, expected)) return false;
  cursor.at += expected.length;
  return true;
}

export function ahead(cursor: Cursor, expected: string): boolean {
  return Array.from(expected).every((character, i) => cursor.text[cursor.at + i] === character);
}

const REFUSED = Symbol("refused");

/** Leaves the parser with a sentence that says what is wrong and what to write instead; `refusal` finds it again. */
export function fail(sentence: string): never {
  throw new Error(sentence, { cause: REFUSED });
}

/** The sentence of `fail`; undefined for any other error. */
export function refusal(error: unknown): string | undefined {
  return error instanceof Error && error.cause === REFUSED ? error.message : undefined;
}
