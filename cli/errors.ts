// Why a spec cannot be run: its first errors in a line each.
import type { Diagnostic } from "../compiler/diagnostics.ts";
import { positionAt } from "../grammar/positions.ts";
import { readUsedSpecs, type Spec } from "./files.ts";

export function firstErrors(spec: Spec): string {
  const errors = errorsOf(spec);
  if (errors.length === 0)
    return `${spec.path} has no such reward. It has: ${spec.compilation.programs.map((program) => program.name).join(", ") || "none"}.`;
  const lines = errors.slice(0, 5).map((error) => {
    return `  ${spec.path}:${placeIn(spec, error.start)} ${error.message}`;
  });
  for (const used of readUsedSpecs([spec])) {
    const [first] = errorsOf(used);
    if (first !== undefined) lines.push(`  ${used.path}:${placeIn(used, first.start)} ${first.message}`);
  }
  const more = errors.length > 5 ? `\n  … and ${errors.length - 5} more; 'telos check ${spec.path}' shows all.` : "";
  return `${spec.path} has ${errors.length} error${errors.length === 1 ? "" : "s"}, so there is no number to show:\n${lines.join("\n")}${more}`;
}

function errorsOf({ compilation }: Spec): Diagnostic[] {
  return compilation.diagnostics.filter(({ severity }) => severity === "error");
}

function placeIn({ starts }: Spec, offset: number): string {
  const { line, character } = positionAt(starts, offset);
  return `${line + 1}:${character + 1}`;
}
