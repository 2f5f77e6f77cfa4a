// A set of characters, `[…]`.
import { type Cursor, fail, take } from "./cursor.ts";
import { parseEscapedCharacter } from "./escape.ts";
import { type CharacterClass, type CharacterRange, HOLE, type PatternNode } from "./syntax.ts";

/** The cursor stands after the `[`. */
export function parseSet(cursor: Cursor): PatternNode {
  const negated = take(cursor, "^");
  if (take(cursor, "]"))
    fail("A set that begins with ']' means different things in JavaScript and Python. Write '\\]' for the character.");
  const items: (CharacterRange | CharacterClass)[] = [];
  while (!take(cursor, "]")) items.push(parseItem(cursor));
  return { kind: "set", negated, items };
}

function parseItem(cursor: Cursor): CharacterRange | CharacterClass {
  const from = parseMember(cursor);
  const dash = cursor.text[cursor.at] === "-" && cursor.text[cursor.at + 1] !== "]" && cursor.at + 1 < cursor.text.length;
  if (!dash) return from.kind === "class" ? from : { kind: "range", from: from.code, to: from.code };
  cursor.at++;
  const to = parseMember(cursor);
  if (from.kind === "class" || to.kind === "class") {
    return fail(
      "A range in a set must go from one character to another, not to a class such as '\\d'. Put the '-' last for the character.",
    );
  }
  if (to.code < from.code) fail("A range in a set has its smaller character last. Swap them, or write '\\-' for the character.");
  return { kind: "range", from: from.code, to: to.code };
}

function parseMember(cursor: Cursor): CharacterClass | { kind: "character"; code: number } {
  const character = cursor.text[cursor.at++];
  if (character === undefined) return fail("A '[' is never closed. Write '\\[' for the character.");
  if (character === HOLE) return fail("'escape(…)' cannot stand inside '[…]'. Put it in front of or behind it.");
  if (character !== "\\") return { kind: "character", code: character.codePointAt(0)! };
  if (take(cursor, "b")) return { kind: "character", code: 8 };
  return parseEscapedCharacter(cursor);
}
