// Why a spec cannot be run: its first errors in a line each.
import { positionAt } from "../grammar/positions.ts";
import type { Spec } from "./files.ts";

export function firstErrors(spec: Spec): string {
  const errors = spec.compilation.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (errors.length === 0)
    return `${spec.path} has no such reward. It has: ${spec.compilation.programs.map((program) => program.name).join(", ") || "none"}.`;
  const lines = errors.slice(0, 5).map((error) => {
    const { line, character } = positionAt(spec.starts, error.start);
    return `  ${spec.path}:${line + 1}:${character + 1} ${error.message}`;
  });
  const more = errors.length > 5 ? `\n  … and ${errors.length - 5} more; 'telos check ${spec.path}' shows all.` : "";
  return `${spec.path} has ${errors.length} error${errors.length === 1 ? "" : "s"}, so there is no number to show:\n${lines.join("\n")}${more}`;
}
