// Gives each `///` to the declaration right behind it. It must not know the parser.
import type * as ast from "./ast.ts";
import { beginsLine } from "./lex.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";
import { endOf, type IToken, startOf } from "./tokens.ts";

/** A doc that no declaration follows becomes an ordinary comment of the file, with a hint. */
export function attachDocs(
  file: ast.File,
  docs: readonly IToken[],
  tokens: readonly IToken[],
  text: string,
  errors: SyntaxProblem[],
): void {
  const declared = everyDeclared(file, tokens);
  const strays: ast.Comment[] = [];
  let token = 0;
  for (const doc of docs) {
    while (token < tokens.length && (startOf(tokens[token]) < doc.startOffset || isSeparator(tokens[token]))) token++;
    const owner = token < tokens.length ? declared.get(startOf(tokens[token])) : undefined;
    const ownLine = beginsLine(text, doc.startOffset);
    if (owner !== undefined && ownLine) {
      const line = doc.image.slice(3).replace(/^ /, "").trimEnd();
      owner.doc = owner.doc === undefined ? line : `${owner.doc}\n${line}`;
      continue;
    }
    const span = { start: startOf(doc), end: endOf(doc) };
    strays.push({ ...span, text: doc.image, ownLine });
    errors.push({
      ...span,
      code: "S501",
      severity: "hint",
      message: "This doc comment belongs to no declaration.",
      help: "Put it on the line above a declaration, or write `//`.",
      fixes: [{ title: "Write //", safe: true, edits: [{ start: span.start, end: span.start + 3, text: "//" }] }],
    });
  }
  if (strays.length > 0) file.comments = [...file.comments, ...strays].sort((a, b) => a.start - b.start);
}

function isSeparator(token: IToken): boolean {
  return token.image === "," || token.image === ";";
}

/** Declarations by where they begin; one with annotations also by where it goes on behind each of them. */
function everyDeclared(file: ast.File, tokens: readonly IToken[]): Map<number, ast.Declared> {
  const found = new Map<number, ast.Declared>();
  const add = (node: ast.Declaration | ast.Member): void => {
    found.set(node.start, node);
    for (const annotation of node.annotations) {
      const next = tokens[firstFrom(tokens, annotation.end)];
      if (next !== undefined) found.set(startOf(next), node);
    }
    if (node.kind === "reward") node.members.forEach(add);
    else if (node.kind === "signals" || node.kind === "signal-set") node.entries.forEach(add);
  };
  file.declarations.forEach(add);
  return found;
}

function firstFrom(tokens: readonly IToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(tokens[middle]) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
