// Program → a self-contained JavaScript module: the TypeScript one without types, which its comments tell instead.
import type { Program } from "../../runtime/program.ts";
import { printModule } from "./module.ts";

/** Text of an ES module without imports that exports `score`, `params` and `terms`. */
export function printJavaScript(program: Program): string {
  return printModule(program, { typed: false });
}
