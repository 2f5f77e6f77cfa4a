// Fixes on the terminal: written to files with `--fix`, or left out of a report where they would trade one finding for another.
import { check } from "../analysis/check.ts";
import { fixText } from "../analysis/fixes/fix-text.ts";
import { isGoodFix, type Recheck } from "../analysis/fixes/judge-fix.ts";
import type { Settings } from "../analysis/patterns/settings.ts";
import { compile } from "../compiler/compilation.ts";
import type { Diagnostic } from "../compiler/diagnostics.ts";
import { diskHost } from "../server/spec-files.ts";
import type { Words } from "./command.ts";
import { readSpec, type Spec, writeText } from "./files.ts";

export const fixOptions = { fix: { type: "boolean" }, "fix-unsafe": { type: "boolean" } } as const;

/** Which fixes are applied; undefined for none. */
export function fixesAsked({ fix, "fix-unsafe": unsafe }: Words["values"]): { unsafe: boolean } | undefined {
  return fix === true || unsafe === true ? { unsafe: unsafe === true } : undefined;
}

function recheckOf({ path }: Spec, settings: Settings): Recheck {
  const host = diskHost(path.replaceAll("\\", "/"));
  return (text) => check(compile(text, host), settings, { witnesses: false });
}

/** The spec after its fixes, written to its file; a sentence where that cannot be done. `tell` hears what was done. */
export function fixSpec(spec: Spec, settings: Settings, asked: { unsafe: boolean }, tell: (text: string) => void): Spec | string {
  const { text, count } = fixText(spec.text, recheckOf(spec, settings), asked);
  if (count === 0) return spec;
  const failed = writeText(spec.path, text);
  if (failed !== undefined) return failed;
  tell(`${spec.path}: ${count} fix${count === 1 ? "" : "es"} applied\n`);
  return readSpec(spec.path);
}

/** The findings with those of their fixes that make the file better. */
export function withGoodFixes<File extends Spec & { diagnostics: Diagnostic[] }>(file: File, settings: Settings): File {
  if (file.diagnostics.every(({ fixes }) => fixes === undefined)) return file;
  const recheck = recheckOf(file, settings);
  const diagnostics = file.diagnostics.map((diagnostic): Diagnostic => {
    if (diagnostic.fixes === undefined) return diagnostic;
    const { fixes, ...rest } = diagnostic;
    const good = fixes.filter((fix) => isGoodFix(file.text, file.diagnostics, diagnostic, fix, recheck));
    return good.length === 0 ? rest : { ...rest, fixes: good };
  });
  return { ...file, diagnostics };
}
