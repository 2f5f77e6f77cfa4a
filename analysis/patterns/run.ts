// Runs every pattern over a program: findings become diagnostics. It must not know files or editors.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Program } from "../../runtime/program.ts";
import { factsOf } from "../facts/facts.ts";
import { patterns } from "./index.ts";
import type { Finding, Pattern } from "./pattern.ts";

/** Everything the patterns find, allowed or not, in order of position. `text` is the source the program came from. */
export function runPatterns(program: Program, text: string): Diagnostic[] {
  const input = { program, facts: factsOf(program), text };
  const found = patterns.flatMap((pattern) => pattern.check(input).map((finding) => toDiagnostic(pattern, finding)));
  return found.sort((a, b) => a.start - b.start || a.code.localeCompare(b.code));
}

function toDiagnostic(pattern: Pattern, finding: Finding): Diagnostic {
  const { at, severity, message, why, help, related, fixes, witness } = finding;
  return {
    code: pattern.code,
    rule: pattern.name,
    severity: severity ?? pattern.severity,
    start: at[0],
    end: at[1],
    message,
    why,
    help,
    ...(related !== undefined && related.length > 0 ? { related } : {}),
    ...(fixes !== undefined && fixes.length > 0 ? { fixes } : {}),
    ...(witness === undefined ? {} : { witness }),
  };
}
