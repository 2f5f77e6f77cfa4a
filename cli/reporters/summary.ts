// How much was found, in one line. It must not know formats.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { CheckedFile } from "./reporter.ts";

/** `2 errors, 1 warning`, or `nothing to report`. */
export function countFindings(found: readonly Diagnostic[]): string {
  const counted = (["error", "warning", "info", "hint"] as const)
    .map((severity) => [found.filter((diagnostic) => diagnostic.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}${count === 1 || severity === "info" ? "" : "s"}`);
  return counted.length === 0 ? "nothing to report" : counted.join(", ");
}

export function summaryOf(files: readonly CheckedFile[]): string {
  const accepted = files.reduce((sum, file) => sum + file.accepted.length, 0);
  const aside = accepted === 0 ? "" : ` (${accepted} accepted by '@allow')`;
  const what = `${files.length} file${files.length === 1 ? "" : "s"} checked`;
  return `${what}: ${countFindings(files.flatMap(({ diagnostics }) => diagnostics))}${aside}.\n`;
}
