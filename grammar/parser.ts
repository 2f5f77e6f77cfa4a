// text → tree and errors. It walks the declarations that promotion found; it must not know what any of it means.
import type * as ast from "./ast.ts";
import { attachDocs } from "./attach-docs.ts";
import { DeclarationParser } from "./declaration-parser.ts";
import { readDeclarations } from "./file-reader.ts";
import { lex } from "./lex.ts";
import { promote } from "./promote.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";

export type { SyntaxProblem as SyntaxError } from "./syntax-errors.ts";

/** Made for the first file: analysing the grammar takes longer than most files. */
let shared: DeclarationParser | undefined;

/** Never throws. The tree is complete: what is missing is a `missing` expression or a name with text "". */
export function parse(text: string): { file: ast.File; errors: SyntaxProblem[] } {
  shared ??= new DeclarationParser();
  const parser = shared;
  const { tokens, comments, docs, errors } = lex(text);
  const file: ast.File = { declarations: [], comments, start: 0, end: text.length };
  const promoted = promote(tokens, text);
  parser.open(promoted.tokens, text, errors);
  readDeclarations(parser, promoted, file, errors);
  parser.close();
  if (docs.length > 0) attachDocs(file, docs, tokens, text, errors);
  errors.sort((a, b) => a.start - b.start || a.end - b.end);
  return { file, errors };
}
