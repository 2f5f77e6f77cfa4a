// The whole verdict on one file: what the compiler says and the hackable patterns of every reward without errors, allows applied.
import type { Compilation } from "../compiler/compilation.ts";
import type { Diagnostic } from "../compiler/diagnostics.ts";
import { checkClaims } from "./claims/check-claims.ts";
import { checkContract } from "./contract/check-contract.ts";
import { checkDomains } from "./domains/check-domains.ts";
import { applyAllows } from "./patterns/apply-allows.ts";
import { runPatterns } from "./patterns/run.ts";
import { defaultSettings, type Settings } from "./patterns/settings.ts";

/** Diagnostics in source order; of one place the errors first. */
export function check(compilation: Compilation, settings: Settings = defaultSettings): Diagnostic[] {
  const { text, programs } = compilation;
  const found = [
    ...compilation.diagnostics,
    ...programs.flatMap((program) => [
      ...checkContract(program, text),
      ...checkClaims(program, programs),
      ...runPatterns(program, text, settings),
      ...checkDomains(program, text),
    ]),
  ];
  const allows = programs.flatMap((program) => program.allows);
  return applyAllows(found, allows).sort((a, b) => a.start - b.start || rank(a) - rank(b) || a.end - b.end);
}

const rank = ({ severity }: Diagnostic): number => ["error", "warning", "info", "hint"].indexOf(severity);
