// A place among tokens, and the questions a parser asks there. It must not know the grammar.
import type { Token } from "./tokens.ts";
import { unknown } from "./tree.ts";

export interface Cursor {
  tokens: readonly Token[];
  at: number;
}

export const peek = (cursor: Cursor, by = 0): Token => cursor.tokens[Math.min(cursor.at + by, cursor.tokens.length - 1)];

export const sees = (cursor: Cursor, text: string, by = 0): boolean => {
  const token = peek(cursor, by);
  return token.text === text && (token.kind === "mark" || token.kind === "name");
};

export function next(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.at++;
  return token;
}

export function take(cursor: Cursor, text: string): boolean {
  if (!sees(cursor, text)) return false;
  cursor.at++;
  return true;
}

export function expect(cursor: Cursor, text: string): void {
  if (!take(cursor, text)) unknown(`${peek(cursor).text || "the end"} where ${text} is expected`);
}

/** `item, item, …` up to `close`, which is taken. */
export function listUntil<T>(cursor: Cursor, close: string, item: () => T): T[] {
  const items: T[] = [];
  while (!take(cursor, close)) {
    items.push(item());
    if (!sees(cursor, close)) expect(cursor, ",");
  }
  return items;
}

/** How many tokens away the bracket is that closes the one here. */
export function closing(cursor: Cursor): number {
  let depth = 0;
  for (let by = 0; cursor.at + by < cursor.tokens.length; by++) {
    const { kind, text } = peek(cursor, by);
    if (kind !== "mark") continue;
    if ("([{".includes(text)) depth++;
    if (")]}".includes(text) && --depth === 0) return by;
  }
  return unknown("a bracket that is not closed");
}
