// What stands after a backslash, outside and inside a set.
import { type Cursor, fail, take } from "./cursor.ts";
import { type CharacterClass, HOLE, type PatternNode } from "./syntax.ts";

const controls: ReadonlyMap<string, number> = new Map([
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["f", 12],
  ["v", 11],
]);

const refused: ReadonlyMap<string, string> = new Map([
  ["A", "'\\A' is not part of the pattern language. Use '^' without the flag m."],
  ["Z", "'\\Z' is not part of the pattern language. Use '$' without the flag m."],
  ["a", "'\\a' is not part of the pattern language. Use '\\x07'."],
  ["k", "References by name '\\k<name>' are not part of the pattern language. Use '\\1', counting groups from the left."],
  ["c", "'\\c' is not part of the pattern language. Use '\\xhh' with two hexadecimal digits."],
  ["N", "'\\N{…}' is not part of the pattern language. Write the character itself or '\\uhhhh'."],
  ["U", "'\\U' is not part of the pattern language. Write the character itself."],
]);

export function parseEscape(cursor: Cursor): PatternNode {
  if (take(cursor, "b")) return { kind: "word-edge" };
  if (take(cursor, "B")) return { kind: "no-word-edge" };
  const number = takeNumber(cursor);
  return number === undefined ? parseEscapedCharacter(cursor) : { kind: "reference", group: number };
}

/** The part that means the same inside a set. */
export function parseEscapedCharacter(cursor: Cursor): CharacterClass | { kind: "character"; code: number } {
  const letter = cursor.text[cursor.at++];
  if (letter === HOLE) fail("A backslash stands right before 'escape(…)'. Write '\\\\' for the character.");
  if (letter === undefined) fail("The pattern ends with a backslash. Write '\\\\' for the character.");
  const lower = letter.toLowerCase();
  if (lower === "d" || lower === "w" || lower === "s") return { kind: "class", name: lower, negated: letter !== lower };
  if (lower === "p") return parseProperty(cursor, letter === "P");
  const control = controls.get(letter);
  if (control !== undefined) return { kind: "character", code: control };
  if (letter === "x") return { kind: "character", code: takeHexadecimal(cursor, letter, 2) };
  if (letter === "u") return { kind: "character", code: takeUnit(cursor) };
  if (letter === "0" && !/[0-9]/u.test(cursor.text[cursor.at] ?? "")) return { kind: "character", code: 0 };
  if (/[0-9]/u.test(letter)) fail("Octal numbers are not part of the pattern language. Use '\\xhh' with two hexadecimal digits.");
  if (/[A-Za-z]/u.test(letter)) fail(refused.get(letter) ?? `'\\${letter}' has no meaning. Write '${letter}' for the letter.`);
  return { kind: "character", code: letter.codePointAt(0)! };
}

function parseProperty(cursor: Cursor, negated: boolean): CharacterClass {
  for (const name of ["L", "N", "P"] as const) {
    if (take(cursor, `{${name}}`)) return { kind: "class", name, negated };
  }
  return fail(
    "Of the Unicode properties only '\\p{L}' (letters), '\\p{N}' (numbers) and '\\p{P}' (punctuation) are part of the pattern language.",
  );
}

function takeHexadecimal(cursor: Cursor, letter: string, digits: number): number {
  const text = cursor.text.slice(cursor.at, cursor.at + digits).join("");
  if (!/^[0-9A-Fa-f]+$/u.test(text) || text.length !== digits) {
    fail(`'\\${letter}' must be followed by ${digits} hexadecimal digits. Write the character itself where that is not enough.`);
  }
  cursor.at += digits;
  return Number.parseInt(text, 16);
}

/** `\uhhhh`. Halves of a surrogate pair are refused: together they are one character in JavaScript and two in Python. */
function takeUnit(cursor: Cursor): number {
  const code = takeHexadecimal(cursor, "u", 4);
  if (code >= 0xd800 && code <= 0xdfff)
    fail("'\\u' with half of a surrogate pair is not part of the pattern language. Write the character itself.");
  return code;
}

/** The number of a reference, `\1` to `\99`. */
function takeNumber(cursor: Cursor): number | undefined {
  const digits = /^[1-9][0-9]{0,2}/u.exec(cursor.text.slice(cursor.at, cursor.at + 3).join(""))?.[0];
  if (digits === undefined) return undefined;
  if (digits.length > 2)
    fail(
      `'\\${digits}' is an octal number in Python. For the group and a digit write '(?:\\${digits.slice(0, 2)})${digits[2]}'.`,
    );
  cursor.at += digits.length;
  return Number(digits);
}
