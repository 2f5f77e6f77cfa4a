// The tokens of a `.reward` file and the lexer. Words are one token here; promote.ts tells keywords from names.
import { createToken, EOF, type ILexingResult, type IToken, Lexer, type TokenType } from "chevrotain";
import type { Span } from "./span.ts";
import { contextWords, type DeclarationWord, declarations, hardWords, tags } from "./words.ts";

export type { IToken, TokenType };
export { EOF };

const all: TokenType[] = [];

function token(name: string, pattern: RegExp | string, label: string, categories: TokenType[] = []): TokenType {
  const type = createToken({ name, pattern, label, categories });
  all.push(type);
  return type;
}

/** Never lexed: a category, or a word that promotion or correction assigns. */
function assigned(name: string, label: string, categories: TokenType[] = []): TokenType {
  return createToken({ name, pattern: Lexer.NA, label, categories });
}

/** A gap or a comment: kept out of the token list. */
function aside(name: string, pattern: RegExp, group: string): TokenType {
  const type = createToken({ name, pattern, group, line_breaks: true });
  all.push(type);
  return type;
}

export const BinaryOp = assigned("BinaryOp", "an operator");
const operator = [BinaryOp];

aside("Space", /[ \t\r\n\f\v\u00a0\u2000-\u200b\u2028\u2029\u202f\u3000\ufeff]+/, Lexer.SKIPPED);
aside("Doc", /\/\/\/(?!\/)[^\n\r]*/, "docs");
aside("LineComment", /\/\/[^\n\r]*/, "comments");
aside("BlockComment", /\/\*[\s\S]*?\*\//, "comments");
aside("OpenComment", /\/\*[\s\S]*/, "comments");
aside("HashComment", /#[^\n\r]*/, "comments");

export const AnyText = assigned("AnyText", "a text");
const text = [AnyText];
export const Raw = token("Raw", /r"(?:[^"\\\n\r]|\\[^\n\r])*"(?:[imsu]{1,4}(?![A-Za-z0-9]))?/, "a text", text);
export const OpenRaw = token("OpenRaw", /r"(?:[^"\\\n\r]|\\[^\n\r])*\\?/, "a text", text);
export const Text = token("Text", /"(?:[^"\\\n\r]|\\[^\n\r])*"/, "a text", text);
export const OpenText = token("OpenText", /"(?:[^"\\\n\r]|\\[^\n\r])*\\?/, "a text", text);
export const SingleText = token("SingleText", /'(?:[^'\\\n\r]|\\[^\n\r])*'|`[^`\n\r]*`/, "a text");
export const CurlyText = token("CurlyText", /[“”„‟«‘’‚](?:[^“”"«»‘’\\\n\r]|\\[^\n\r])*[“”"»‘’]/, "a text");

/** Foreign letters are let in here and refused in correct.ts, so that one word gives one error. */
export const Name = token(
  "Name",
  /[A-Za-z_\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u3040-\ud7ff\uf900-\ufaff][\w\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u3040-\ud7ff\uf900-\ufaff]*/,
  "a name",
);
/** Takes a whole malformed number too; correct.ts looks at it. */
export const NumberToken = token("Number", /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?\w*/, "a number");
export const DotNumber = token("DotNumber", /\.\d[\d_]*(?:[eE][+-]?\d+)?\w*/, "a number");

export const DotDot = token("DotDot", "..", "'..'", operator);
export const Dot = token("Dot", ".", "'.'");
export const Arrow = token("Arrow", "=>", "'=>'");
export const ThreeEquals = token("ThreeEquals", "===", "'=='");
export const EqualEqual = token("EqualEqual", "==", "'=='", operator);
export const EqualLess = token("EqualLess", "=<", "'<='");
export const Equals = token("Equals", "=", "'='");
export const BangEqualEqual = token("BangEqualEqual", "!==", "'!='");
export const BangEqual = token("BangEqual", "!=", "'!='", operator);
export const Bang = token("Bang", "!", "'!'");
export const LessGreater = token("LessGreater", "<>", "'!='");
export const LessEqual = token("LessEqual", "<=", "'<='", operator);
export const Less = token("Less", "<", "'<'", operator);
export const GreaterEqual = token("GreaterEqual", ">=", "'>='", operator);
export const Greater = token("Greater", ">", "'>'", operator);
export const Plus = token("Plus", "+", "'+'", operator);
export const Minus = token("Minus", "-", "'-'", operator);
export const StarStar = token("StarStar", "**", "'^'");
export const Star = token("Star", "*", "'*'", operator);
export const Slash = token("Slash", "/", "'/'", operator);
export const Percent = token("Percent", "%", "'%'", operator);
export const Caret = token("Caret", "^", "'^'");
export const Elvis = token("Elvis", "??", "'??'", operator);
export const Question = token("Question", "?", "'?'");
export const LeftBrace = token("LeftBrace", "{", "'{'");
export const RightBrace = token("RightBrace", "}", "'}'");
export const LeftParen = token("LeftParen", "(", "'('");
export const RightParen = token("RightParen", ")", "')'");
export const LeftBracket = token("LeftBracket", "[", "'['");
export const RightBracket = token("RightBracket", "]", "']'");
export const Comma = token("Comma", ",", "','");
export const Semicolon = token("Semicolon", ";", "';'");
export const Colon = token("Colon", ":", "':'");
export const At = token("At", "@", "'@'");
export const BarBar = token("BarBar", "||", "'or'");
export const Bar = token("Bar", "|", "'|'");
export const AmpAmp = token("AmpAmp", /&&?/, "'and'");
/** ≤ ≥ ≠ and typographic operators. */
export const Sign = token("Sign", /[≤≥≠⩽⩾−–×⋅·÷∧∨¬~]/, "an operator");

const wordsThatOperate: readonly string[] = ["and", "or", "in", "matches"];

/** Types of the hard words. */
export const hard = Object.fromEntries(
  hardWords.map((word) => [word, assigned(`hard_${word}`, `'${word}'`, wordsThatOperate.includes(word) ? operator : [])]),
) as Record<(typeof hardWords)[number], TokenType>;

/** Types of the soft words that have a meaning inside a declaration; each is a name too. */
export const soft = Object.fromEntries(
  contextWords.map((word) => [word, assigned(`soft_${word}`, `'${word}'`, [Name])]),
) as Record<(typeof contextWords)[number], TokenType>;

/** The first word of a tag; a name too. */
export const TagWord = assigned("TagWord", "a tag", [Name]);

/** A declaration word where promotion found one; not a name. */
export const keywords = Object.fromEntries(
  Object.keys(declarations).map((word) => [word, assigned(`keyword_${word}`, `'${word}'`)]),
) as Record<DeclarationWord, TokenType>;

export const keywordOf: ReadonlyMap<string, TokenType> = new Map(Object.entries(keywords));

export const wordTypes: ReadonlyMap<string, TokenType> = new Map([
  ...Object.entries(hard),
  ...Object.entries(soft),
  ...Object.keys(tags).map((word): [string, TokenType] => [word, TagWord]),
]);

export const binaryOperators: readonly TokenType[] = [...all, ...Object.values(hard)].filter((type) =>
  type.CATEGORIES?.includes(BinaryOp),
);

export const vocabulary: TokenType[] = [
  ...all,
  BinaryOp,
  AnyText,
  TagWord,
  ...Object.values(hard),
  ...Object.values(soft),
  ...Object.values(keywords),
];

let lexer: Lexer | undefined;

/** Tokens as written, comments and docs apart. Never throws. */
export function tokenize(text: string): ILexingResult {
  lexer ??= new Lexer(all, { positionTracking: "onlyOffset", ensureOptimizations: true, skipValidations: true });
  return lexer.tokenize(text);
}

/** The one place that reads a token's position. */
export function startOf(token: IToken): number {
  return token.startOffset;
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** A token that is not in the text: an inserted one, or the end of a declaration. */
export function emptyToken(type: TokenType, offset: number): IToken {
  return {
    image: "",
    startOffset: offset,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx!,
    isInsertedInRecovery: true,
  } as IToken;
}

/** Gives a token another type, in place. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx!;
}
