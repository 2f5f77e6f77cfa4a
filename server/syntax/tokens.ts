// The tokens of a text with the kinds an editor cares about, comments among them. It must not know declarations or meaning.
import { lex } from "../../grammar/lex.ts";
import { promote } from "../../grammar/promote.ts";
import type { Span } from "../../grammar/span.ts";
import { hard, type IToken, keywords, Name, NumberToken, TagWord, wordTypes } from "../../grammar/tokens.ts";

/**
 * keyword: a declaration word where it declares · hard: never a name · soft: a name with a meaning in some places, tags
 * included · name · number · text · symbol · comment · doc.
 */
export type TokenKind = "keyword" | "hard" | "soft" | "name" | "number" | "text" | "symbol" | "comment" | "doc";

export interface Token extends Span {
  kind: TokenKind;
  text: string;
}

const kinds = new Map<number, TokenKind>();
for (const type of Object.values(keywords)) kinds.set(type.tokenTypeIdx!, "keyword");
for (const type of wordTypes.values()) kinds.set(type.tokenTypeIdx!, "soft");
for (const type of Object.values(hard)) kinds.set(type.tokenTypeIdx!, "hard");
kinds.set(TagWord.tokenTypeIdx!, "soft");
kinds.set(Name.tokenTypeIdx!, "name");
kinds.set(NumberToken.tokenTypeIdx!, "number");

/** In source order, with nothing but white space between them. Never throws. */
export function tokensOf(text: string): Token[] {
  const { tokens, comments, docs } = lex(text);
  const code = promote(tokens, text)
    .tokens.filter((token) => token.image !== "")
    .map((token) => toToken(token, kindOf(token)));
  const aside = comments.map(({ start, end }): Token => ({ kind: "comment", start, end, text: text.slice(start, end) }));
  return [...code, ...aside, ...docs.map((token) => toToken(token, "doc"))].sort((a, b) => a.start - b.start);
}

function kindOf(token: IToken): TokenKind {
  return kinds.get(token.tokenTypeIdx) ?? (/["'“”„‟«‘’‚]/.test(token.image) ? "text" : "symbol");
}

function toToken(token: IToken, kind: TokenKind): Token {
  return { kind, start: token.startOffset, end: token.startOffset + token.image.length, text: token.image };
}

/** The token that holds `offset`, or else the one that ends there. */
export function tokenAt(tokens: readonly Token[], offset: number): Token | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const last = tokens[low - 1];
  if (last === undefined) return undefined;
  if (offset < last.end) return last;
  const previous = last.start === offset ? tokens[low - 2] : last;
  return previous?.end === offset ? previous : undefined;
}

/** Whether a token is a word of any kind. */
export function isWord(token: Token | undefined): boolean {
  return token !== undefined && ["keyword", "hard", "soft", "name"].includes(token.kind);
}
