// Which declarations have syntax errors, so that nothing that uses them is computed. It must not know meaning.
import type * as ast from "../../grammar/ast.ts";
import type { SyntaxProblem } from "../../grammar/syntax-errors.ts";

export const isSerious = ({ severity }: SyntaxProblem): boolean => (severity ?? "error") === "error";

/** Declarations with some of `errors`. Both are in source order, so each is passed once. */
export function declarationsWith(errors: readonly SyntaxProblem[], { declarations }: ast.File): ReadonlySet<ast.Declaration> {
  let at = 0;
  return new Set(
    declarations.filter((declaration) => {
      while (at < errors.length && errors[at]!.end < declaration.start) at++;
      return at < errors.length && errors[at]!.start <= declaration.end;
    }),
  );
}
