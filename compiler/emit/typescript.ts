// Program → a self-contained TypeScript module.
import type { Program } from "../../runtime/program.ts";
import { printModule } from "./module.ts";

/** Text of a module without imports, for `tsc --strict`: exports `score`, the types of its input, `params` and `terms`. */
export function printTypeScript(program: Program): string {
  return printModule(program, { typed: true });
}
