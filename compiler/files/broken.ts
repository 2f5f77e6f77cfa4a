// Which declarations have syntax errors, so that nothing that uses them is computed. It must not know meaning.
import type * as ast from "../../grammar/ast.ts";
import type { SyntaxProblem } from "../../grammar/syntax-errors.ts";
import { syntaxCodes } from "../../grammar/syntax-errors.ts";
import type { Diagnostic } from "../diagnostics.ts";

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

/** Their entries are understood one by one. */
const holdsEntries: ReadonlySet<unknown> = new Set(["signals", "signal-set", "scenario", "data"]);

/** Without the errors of meaning in declarations that have not been understood: they would follow from that. */
export function withoutFollowing(found: readonly Diagnostic[], errors: readonly SyntaxProblem[], file: ast.File): Diagnostic[] {
  const breaks = errors.filter((error) => error.breaks === true);
  if (breaks.length === 0) return [...found];
  const all = file.declarations.flatMap((one): readonly (ast.Declaration | ast.Member)[] =>
    one.kind === "reward" ? one.members : [one],
  );
  const broken = all.filter(
    (one) => !holdsEntries.has(one.kind) && breaks.some(({ start }) => one.start <= start && start <= one.end),
  );
  return found.filter(
    ({ code, severity, start, end }) =>
      severity !== "error" || code in syntaxCodes || !broken.some((one) => one.start <= start && end <= one.end),
  );
}
