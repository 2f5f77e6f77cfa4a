// Text → tokens with their final types (but for declaration words), comments and docs. It must not know the grammar.
import type { Comment } from "./ast.ts";
import { corrections } from "./correct.ts";
import { type SyntaxProblem, slip } from "./syntax-errors.ts";
import { type IToken, Name, retype, spanOf, tokenize, wordTypes } from "./tokens.ts";

export interface Lexed {
  tokens: IToken[];
  comments: Comment[];
  docs: IToken[];
  errors: SyntaxProblem[];
}

/** Never throws: what cannot be read is skipped with an error. */
export function lex(text: string): Lexed {
  const { tokens, groups, errors: unknown } = tokenize(text);
  const errors: SyntaxProblem[] = unknown.map(({ offset, length }) => unknownCharacter(text, offset, length));
  const name = Name.tokenTypeIdx;
  for (const token of tokens) {
    if (token.tokenTypeIdx === name) {
      const type = wordTypes.get(token.image);
      if (type !== undefined) retype(token, type);
      else if (token.image.charCodeAt(0) > 127 || foreign.test(token.image)) errors.push(foreignLetter(token));
    } else {
      corrections[token.tokenTypeIdx]?.(token, errors, text);
    }
  }
  return { tokens, comments: groups.comments.map((token) => readComment(token, text, errors)), docs: groups.docs, errors };
}

const foreign = /[^\w]/;

function foreignLetter(token: IToken): SyntaxProblem {
  return {
    ...spanOf(token),
    code: "S109",
    message: `The name '${token.image}' holds a letter outside A–Z.`,
    help: "Names are made of the letters a–z and A–Z, digits and '_'.",
  };
}

function unknownCharacter(text: string, offset: number, length: number): SyntaxProblem {
  const what = text.slice(offset, offset + Math.min(length, 12));
  return { start: offset, end: offset + length, code: "S101", message: `'${what}' has no meaning here.`, help: "Remove it." };
}

function readComment(token: IToken, text: string, errors: SyntaxProblem[]): Comment {
  const span = spanOf(token);
  if (token.image.startsWith("#")) {
    errors.push(
      slip({ start: span.start, end: span.start + 1 }, "S108", "A comment begins with '//', not with '#'.", "//", "Write '//'."),
    );
  } else if (token.image.startsWith("/*") && !(token.image.length >= 4 && token.image.endsWith("*/"))) {
    errors.push({
      start: span.start,
      end: span.start + 2,
      code: "S103",
      message: "This comment is never closed.",
      help: "Close it with '*/'.",
    });
  }
  return { ...span, text: token.image, ownLine: beginsLine(text, span.start) };
}

/** Whether only white space stands between the line's start and `offset`. */
export function beginsLine(text: string, offset: number): boolean {
  for (let i = offset - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/** Whether a line ends between two offsets. */
export function lineEndsBetween(text: string, from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}
