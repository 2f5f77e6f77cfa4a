// Program → a self-contained Python module: the JavaScript one, translated. It must not know how either is put together.
import type { Program } from "../../runtime/program.ts";
import { printJavaScript } from "./javascript.ts";
import { aboutPython } from "./python/about.ts";
import { translateModule } from "./python/module.ts";
import { snakeCase } from "./python/names.ts";

/** Text of a module for Python 3.9 and later, of the standard library only, with `score`, `params` and `terms`. */
export function printPython(program: Program): string {
  return translateModule(printJavaScript(program), aboutPython(program));
}

/** A name under which Python can import a module. */
export function pythonModuleName(name: string): string {
  const plain = snakeCase(name)
    .replace(/[^0-9a-z_]+/g, "_")
    .replace(/__+/g, "_");
  return /^[0-9]/.test(plain) || plain === "" ? `reward_${plain}` : plain;
}
