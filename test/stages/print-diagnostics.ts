// What is reported of a file, the verdict on its claims and expectations, and what its scenarios pay.
import { check } from "../../analysis/check.ts";
import { judgeClaims } from "../../analysis/claims/judge.ts";
import type { Compilation } from "../../compiler/compilation.ts";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { lineStarts, positionAt } from "../../grammar/positions.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { runExpectations } from "../../runtime/expectations.ts";
import type { Program } from "../../runtime/program.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";

export function printDiagnostics(compilation: Compilation): string {
  const starts = lineStarts(compilation.text);
  const found = check(compilation).map((diagnostic) => printDiagnostic(diagnostic, starts));
  const { programs } = compilation;
  const parts = [
    found.length > 0 ? found.join("\n") : "nothing to report",
    ...programs.map((program) => printResults(program, programs)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function printDiagnostic(
  { start, code, rule, severity, message, why, help, fixes = [], witness }: Diagnostic,
  starts: number[],
): string {
  const { line, character } = positionAt(starts, start);
  const more = { why, help, seen: witness?.explanation, fix: fixes.map(({ title }) => title).join("; ") || undefined };
  const told = Object.entries(more).flatMap(([key, text]) => (text === undefined ? [] : [`  ${key}: ${text}`]));
  return [`${line + 1}:${character + 1} ${severity} ${code} ${rule}: ${message}`, ...told].join("\n");
}

function printResults(program: Program, programs: readonly Program[]): string {
  const claims = judgeClaims(program, programs).map(({ name, status, message }) => `${status}: prove ${name}\n  ${message}`);
  const expectations = runExpectations(program).map(({ name, status, message }) => `${status}: expect ${name}\n  ${message}`);
  return [program.name, ...claims, ...expectations, ...program.scenarios.filter(({ hidden }) => !hidden).map(pays)].join("\n");

  function pays(scenario: Program["scenarios"][number]): string {
    const [result] = evaluate(program, [scenarioEpisode(program, scenario)]);
    return `${scenario.name} pays ${round(result!.unshaped)}${result!.invalid.length > 0 ? `, ${result!.invalid.length} invalid` : ""}`;
  }
}

/** Transcendental functions may differ in their last digit between machines. */
const round = (value: number | null) => (value === null ? null : Number(value.toPrecision(9)));
