// Tokens in the words of an error message. It must not know the grammar.
import type { IToken } from "./tokens.ts";
import * as t from "./tokens.ts";

/** What stands at `token`: "`)`", "the name `x`", "the end of the file". */
export function describeFound(token: IToken, tokens: readonly IToken[]): string {
  if (token.tokenTypeIdx !== t.EOF.tokenTypeIdx) return describe(token);
  const next = tokens.find((other) => other.startOffset >= token.startOffset && other.image !== "");
  if (next === undefined) return "the end of the file";
  if (next.image === "}") return "the end of the reward";
  return `the next declaration, \`${next.image}\`,`;
}

function describe(token: IToken): string {
  const image = token.image.length > 30 ? `${token.image.slice(0, 29)}…` : token.image;
  if (t.AnyText.categoryMatchesMap![token.tokenTypeIdx]) return `the text ${image}`;
  if (token.tokenTypeIdx === t.NumberToken.tokenTypeIdx) return `the number \`${image}\``;
  if (token.tokenTypeIdx === t.Name.tokenTypeIdx) return `the name \`${image}\``;
  return `\`${image}\``;
}
