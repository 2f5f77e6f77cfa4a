// The tokens of a file after promotion, a source line a line: `keyword:goal name:solved = …`. Punctuation stands for itself.
import { lex } from "../../grammar/lex.ts";
import { lineStarts, positionAt } from "../../grammar/positions.ts";
import { promote } from "../../grammar/promote.ts";
import { EOF, type IToken } from "../../grammar/tokens.ts";

export function printTokens(text: string): string {
  const starts = lineStarts(text);
  const { tokens, comments, docs } = lex(text);
  const lines = new Map<number, string[]>();
  const put = (offset: number, word: string) => {
    const line = positionAt(starts, offset).line + 1;
    lines.set(line, [...(lines.get(line) ?? []), word]);
  };
  for (const token of promote(tokens, text).tokens) if (token.tokenType !== EOF) put(token.startOffset, wordOf(token));
  for (const doc of docs) put(doc.startOffset, `doc:${doc.image}`);
  for (const { start, text: image } of comments) put(start, `comment:${image}`);
  const inOrder = [...lines].sort(([a], [b]) => a - b);
  return inOrder.map(([line, words]) => `${String(line).padStart(3)}  ${words.join("  ")}\n`).join("");
}

function wordOf({ tokenType, image }: IToken): string {
  const kind = tokenType.name.replace(/_.*/, "").toLowerCase();
  return /^\W+$/.test(image) && kind !== "text" ? image : `${kind}:${image}`;
}
