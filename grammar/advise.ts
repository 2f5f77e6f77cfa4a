// Habits from other languages that show where a token is missing or left over: what to write instead.
// It must not know the parser.
import { nearest } from "./describe.ts";
import { declarationHabits } from "./foreign-words.ts";
import type { SyntaxCode, SyntaxFix } from "./syntax-errors.ts";
import type { IToken, TokenType } from "./tokens.ts";
import * as t from "./tokens.ts";
import { contextWords, type DeclarationWord, declarations, hardWords } from "./words.ts";

export interface Advice {
  help: string;
  message?: string;
  code?: SyntaxCode;
  fixes?: SyntaxFix[];
}

/** Tokens that plainly stand for another one: the first is expected, the second found. */
export function standsFor(expected: TokenType, found: TokenType): boolean {
  return substitutes.get(expected)?.includes(found) === true;
}

const substitutes: ReadonlyMap<TokenType, readonly TokenType[]> = new Map([
  [t.Equals, [t.EqualEqual, t.Colon]],
  [t.Colon, [t.Equals]],
  [t.Comma, [t.Semicolon]],
  [t.Arrow, [t.Equals, t.Colon]],
]);

function replace(token: IToken, text: string): SyntaxFix {
  return { title: `Write ${text}`, safe: true, edits: [{ ...t.spanOf(token), text }] };
}

/** For a token found where `expected` is missing. */
export function adviseMissing(
  expected: TokenType,
  [found, next]: [IToken, IToken],
  word: DeclarationWord | undefined,
): Advice | undefined {
  const reserved = adviseReserved(found, next, word);
  if (reserved !== undefined) return reserved;
  if (expected === t.Name && hardWords.some((hard) => hard === found.image)) {
    return {
      message: `'${found.image}' is a word of the language and cannot be a name.`,
      help: `Choose another name, such as '${found.image}_value'.`,
    };
  }
  if (standsFor(expected, found.tokenType)) {
    const text = expected.LABEL!.slice(1, -1);
    return {
      code: "S106",
      message: `'${found.image}' is written '${text}' here.`,
      help: `Replace it by '${text}'.`,
      fixes: [replace(found, text)],
    };
  }
  const habit = expected === t.Name ? undefined : adviseHabit(found);
  if (habit !== undefined) return habit;
  if (found.tokenTypeIdx === t.Name.tokenTypeIdx) {
    const near = nearest(found.image, contextWords);
    if (near !== undefined) return { help: `Did you mean '${near}'?`, fixes: [replace(found, near)] };
  }
  return word === undefined ? undefined : { help: `It is written like this: '${declarations[word].form}'.` };
}

/** For a token that is left over behind a declaration. */
export function adviseLeftover(
  [found, next]: [IToken, IToken],
  startsLine: boolean,
  word: DeclarationWord | undefined,
  before: IToken,
): Advice {
  const known =
    adviseReserved(found, next, word) ??
    (startsLine || word === undefined ? adviseBeginning(found, next) : adviseBehind(found, before)) ??
    adviseHabit(found);
  if (known !== undefined) return known;
  if (t.keywordOf.has(found.image)) return { help: "Begin a new line for each declaration." };
  if (found.tokenTypeIdx === t.Name.tokenTypeIdx && (startsLine || word === undefined)) {
    const near = nearest(found.image, t.keywordOf.keys());
    const message = `'${found.image}' begins no declaration.`;
    if (near !== undefined) return { code: "S304", message, help: `Did you mean '${near}'?`, fixes: [replace(found, near)] };
    return {
      code: "S304",
      message,
      help: "Declarations begin with a word such as 'signal', 'let', 'objective', 'penalty' or 'expect'.",
    };
  }
  return { help: word === undefined ? "Remove it." : `It is written like this: '${declarations[word].form}'.` };
}

/** A line that begins as in another language. */
function adviseBeginning(found: IToken, next: IToken): Advice | undefined {
  const habit = declarationHabits.get(found.image);
  const message = `'${found.image}' begins no declaration.`;
  if (habit !== undefined)
    return { code: "S304", message, help: habit.help, fixes: habit.word === "" ? [] : [replace(found, habit.word)] };
  if (found.tokenTypeIdx !== t.Name.tokenTypeIdx || t.keywordOf.has(found.image)) return undefined;
  if (next.tokenType === t.Plus || next.tokenType === t.Minus || next.tokenType === t.Star) {
    const help = `Nothing is changed once it is named. To add up over the steps, write 'cumsum(…)' or 'track ${found.image} starts 0 = prev(${found.image}) + …'.`;
    return { code: "S304", message, help };
  }
  if (next.tokenType === t.Equals) {
    if (nearest(found.image, t.keywordOf.keys()) !== undefined) return undefined;
    const edits = [{ start: found.startOffset, end: found.startOffset, text: "let " }];
    return {
      code: "S304",
      message: `'${found.image}' is given a value, but not declared.`,
      help: `Write 'let ${found.image} = …', or 'objective ${found.image} = …' for what is paid.`,
      fixes: [{ title: `Write let ${found.image}`, edits }],
    };
  }
  if (next.tokenType === t.Colon) {
    const edits = [{ start: found.startOffset, end: found.startOffset, text: "signal " }];
    return {
      code: "S304",
      message: `'${found.image}' is given a type, but not declared.`,
      help: `Write 'signal ${found.image} : …'.`,
      fixes: [{ title: `Write signal ${found.image}`, edits }],
    };
  }
  return undefined;
}

/** What is left over on the line of a value. */
function adviseBehind(found: IToken, before: IToken): Advice | undefined {
  if (before.image === "return" || before.image === "lambda") {
    const help = declarationHabits.get(before.image)!.help;
    const fixes =
      before.image === "return"
        ? [{ title: "Remove 'return'", edits: [{ start: before.startOffset, end: found.startOffset, text: "" }] }]
        : [];
    return { message: `'${before.image}' has no place in a value.`, help, fixes };
  }
  if (before.image === "f" && t.AnyText.categoryMatchesMap![found.tokenTypeIdx]) {
    return { message: "A text takes nothing in by '{…}'.", help: "Put texts together with '+': \"a \" + t." };
  }
  if (/^\d{3}$/.test(found.image) && before.image === ",") {
    const edits = [{ ...t.spanOf(before), text: "_" }];
    return {
      message: "A ',' does not stand inside a number.",
      help: "Write '1000' or '1_000'.",
      fixes: [{ title: "Write _", edits }],
    };
  }
  return undefined;
}

/** Whether a word is a declaration word but for a slip of the finger. */
export function isNearlyKeyword(word: string): boolean {
  return nearest(word, t.keywordOf.keys()) !== undefined;
}

function adviseHabit(found: IToken): Advice | undefined {
  if (found.tokenType === t.Equals) {
    return {
      message: "'=' gives a name to a value; it does not compare.",
      help: "To compare, write '=='.",
      fixes: [{ title: "Write ==", edits: [{ ...t.spanOf(found), text: "==" }] }],
    };
  }
  if (found.tokenType === t.Question) return { help: "A choice is written 'if CONDITION then A else B'." };
  if (found.tokenType === t.LeftBrace)
    return {
      help: "Braces hold the body of a reward, a scenario, a data block, a match or a 'signals' block; an expression takes parentheses.",
    };
  if (found.tokenType === t.hard.for)
    return {
      help: "'for' stands once in the parentheses of a reduction, or once in the brackets of a list. For pairs, nest two: 'sum(sum(a * b for b in bs) for a in as)'.",
    };
  if (found.tokenType === t.hard.else)
    return { help: "'else' belongs to 'if CONDITION then A else B' or to 'require NAME = CONDITION else VALUE'." };
  return undefined;
}

/** What the language keeps for later. */
function adviseReserved(found: IToken, next: IToken, word: DeclarationWord | undefined): Advice | undefined {
  if (found.image === "hindsight" || (found.image === "in" && next.image === "hindsight")) return reserved.hindsight;
  if (found.image === "like" && word === "reward") return reserved.like;
  return undefined;
}

function later(what: string, help: string): Advice & { code: SyntaxCode; message: string } {
  return { code: "S402", message: `${what} is reserved for a later version of Telos.`, help };
}

export const reserved = {
  hindsight: later("'in hindsight'", "Write a value over the whole episode instead, such as 'sum(x) over steps'."),
  like: later(
    "A reward that is like another one",
    "Repeat what both share; signals can be shared with 'signals NAME { … }' at file level.",
  ),
  record: later("A list of records", "Declare one list per field, such as 'list of number'."),
} as const;
