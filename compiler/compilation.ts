// One file on its way from text to program: stages computed once, on first use. The object everyone asks.
// It must not know editors, files or processes.
import type * as ast from "../grammar/ast.ts";
import { parse } from "../grammar/parser.ts";
import type { Program } from "../runtime/program.ts";
import { bindFile } from "./bind-file.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { elaborateReward } from "./members/reward.ts";
import type { Model } from "./model.ts";

export interface Compilation {
  readonly text: string;
  readonly file: ast.File;
  readonly model: Model;
  /** Syntax, names, types: everything but hackable patterns (analysis/patterns adds those). In source order. */
  readonly diagnostics: Diagnostic[];
  /** Programs of the rewards that have no error, in source order. */
  readonly programs: Program[];
}

/** Any text has a compilation; what is wrong with it is in `diagnostics`. */
export function compile(text: string): Compilation {
  let parsed: ReturnType<typeof parse> | undefined;
  const parsing = () => (parsed ??= parse(text));
  let meaning: { model: Model; diagnostics: Diagnostic[] } | undefined;
  const analysing = () => (meaning ??= analyse(text, parsing()));
  return {
    text,
    get file() {
      return parsing().file;
    },
    get model() {
      return analysing().model;
    },
    get diagnostics() {
      return analysing().diagnostics;
    },
    get programs() {
      return analysing().model.rewards.flatMap((reward) => reward.program ?? []);
    },
  };
}

function analyse(text: string, { file, errors }: ReturnType<typeof parse>): { model: Model; diagnostics: Diagnostic[] } {
  const model: Model = { definitions: [], rewards: [], references: [], operators: [], builtins: [] };
  const diagnostics: Diagnostic[] = errors.map(syntaxDiagnostic);
  const reported = new Set<string>();
  const report = (diagnostic: Diagnostic) => {
    const key = `${diagnostic.code} ${diagnostic.start} ${diagnostic.end} ${diagnostic.message}`;
    if (!reported.has(key)) diagnostics.push(diagnostic);
    reported.add(key);
  };
  const scope = bindFile(file, text, model, report);
  for (const declaration of file.declarations) {
    if (declaration.kind !== "reward") continue;
    const definition = model.definitions.find((known) => known.declaration === declaration)!;
    const broken = errors.some((error) => (error.severity ?? "error") === "error" && error.start <= declaration.end && error.end >= declaration.start);
    model.rewards.push(elaborateReward(declaration, definition, scope, broken));
  }
  diagnostics.sort((a, b) => a.start - b.start || a.end - b.end);
  return { model, diagnostics };
}

function syntaxDiagnostic(error: ReturnType<typeof parse>["errors"][number]): Diagnostic {
  return {
    code: error.code, rule: "syntax", severity: error.severity ?? "error", start: error.start, end: error.end, message: error.message,
    ...(error.help === undefined ? {} : { help: error.help }),
    ...(error.fixes === undefined ? {} : { fixes: error.fixes.map((fix) => ({ ...fix, safe: true })) }),
  };
}
