// Pattern text → tree, refusing what JavaScript and Python do not share. It must not know how the tree is printed.
import { type Cursor, fail, openCursor, take } from "./cursor.ts";
import { parseEscape } from "./escape.ts";
import { parseGroupOpening } from "./group-opening.ts";
import { parseSet } from "./set.ts";
import { HOLE, type PatternNode } from "./syntax.ts";

const DEEPEST = 100;

export function parsePattern(text: string): PatternNode {
  const cursor = openCursor(text);
  const node = parseAlternatives(cursor, 0);
  if (cursor.at < cursor.text.length) fail("There is a ')' without its '('. Write '\\)' for the character.");
  return node;
}

function parseAlternatives(cursor: Cursor, depth: number): PatternNode {
  if (depth > DEEPEST) fail(`Groups are nested more than ${DEEPEST} deep.`);
  const branches = [parseSequence(cursor, depth)];
  while (take(cursor, "|")) branches.push(parseSequence(cursor, depth));
  return branches.length === 1 ? branches[0] : { kind: "alternatives", branches };
}

function parseSequence(cursor: Cursor, depth: number): PatternNode {
  const items: PatternNode[] = [];
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== "|" && cursor.text[cursor.at] !== ")") {
    items.push(parseRepeats(cursor, parseAtom(cursor, depth)));
  }
  return items.length === 1 ? items[0] : { kind: "sequence", items };
}

function parseAtom(cursor: Cursor, depth: number): PatternNode {
  const character = cursor.text[cursor.at++];
  switch (character) {
    case "^":
      return { kind: "start" };
    case "$":
      return { kind: "end" };
    case ".":
      return { kind: "any" };
    case "\\":
      return parseEscape(cursor);
    case "[":
      return parseSet(cursor);
    case "(":
      return parseGroup(cursor, depth);
    case "*":
    case "+":
    case "?":
      return fail(`There is nothing that '${character}' could repeat. Write '\\${character}' for the character.`);
    case HOLE:
      return { kind: "hole" };
    case "{":
      cursor.at--;
      if (takeBounds(cursor)) fail("There is nothing that '{…}' could repeat. Write '\\{' for the character.");
      cursor.at++;
      return { kind: "character", code: 0x7b };
    default:
      return { kind: "character", code: character.codePointAt(0)! };
  }
}

function parseGroup(cursor: Cursor, depth: number): PatternNode {
  const opening = parseGroupOpening(cursor);
  const body = parseAlternatives(cursor, depth + 1);
  if (!take(cursor, ")")) fail("A '(' is never closed. Write '\\(' for the character.");
  if (opening.kind === "look") return { ...opening, body };
  return { kind: "group", number: opening.number, body };
}

function parseRepeats(cursor: Cursor, body: PatternNode): PatternNode {
  const bounds = takeBounds(cursor);
  if (bounds === undefined) return body;
  const { min, max } = bounds;
  if (max < min) fail(`A repetition {${min},${max}} has its smaller number last. Swap them.`);
  if (["start", "end", "word-edge", "no-word-edge", "look"].includes(body.kind)) {
    fail("An assertion such as '^', '$', '\\b' or '(?=…)' cannot be repeated. Leave the repetition out.");
  }
  if (body.kind === "hole")
    fail("A repetition behind 'escape(…)' would repeat all of it or its last character. Put '(?:…)' round it.");
  const lazy = take(cursor, "?");
  if (!lazy && take(cursor, "+")) {
    fail(
      "Possessive repetitions ('*+', '++', '?+', '{n}+') are not part of the pattern language. Use the plain one; '(?:…)+' repeats a group.",
    );
  }
  if (takeBounds(cursor) !== undefined) fail("A repetition cannot be repeated. Put a group round it: '(?:a*)+'.");
  return { kind: "repeat", body, min, max, lazy };
}

/** `*`, `+`, `?`, `{n}`, `{n,}` or `{n,m}`; any other `{` is a character. */
function takeBounds(cursor: Cursor): { min: number; max: number } | undefined {
  if (take(cursor, "*")) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (take(cursor, "+")) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (take(cursor, "?")) return { min: 0, max: 1 };
  const rest = cursor.text.slice(cursor.at, cursor.at + 24).join("");
  if (/^\{,\d*\}/u.test(rest)) fail("A repetition '{,m}' means different things in JavaScript and Python. Write '{0,m}'.");
  const found = /^\{(\d{1,9})(,(\d{0,9}))?\}/u.exec(rest);
  if (found === null) return undefined;
  cursor.at += found[0].length;
  const min = Number(found[1]);
  if (found[2] === undefined) return { min, max: min };
  return { min, max: found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]) };
}
