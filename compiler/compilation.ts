// One file on its way from text to program: stages computed once, on first use. The object everyone asks.
// It must not know editors, files or processes.
import type * as ast from "../grammar/ast.ts";
import type { Program } from "../runtime/program.ts";
import type { Diagnostic } from "./diagnostics.ts";
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
