// The whole verdict on one file: what the compiler says and the hackable patterns of every reward without errors, allows applied.
import type { Compilation } from "../compiler/compilation.ts";
import type { Diagnostic } from "../compiler/diagnostics.ts";
import { checkClaims } from "./claims/check-claims.ts";
import { checkContract } from "./contract/check-contract.ts";
import { checkDomains } from "./domains/check-domains.ts";
import { type Accepted, applyAllows } from "./patterns/apply-allows.ts";
import { type Extent, runPatterns } from "./patterns/run.ts";
import { defaultSettings, type Settings } from "./patterns/settings.ts";

export interface Review {
  diagnostics: Diagnostic[];
  /** What an `@allow` covers; it is in no other list. */
  accepted: Accepted[];
}

/** Diagnostics in source order; of one place the errors first. */
export function check(compilation: Compilation, settings: Settings = defaultSettings, extent?: Extent): Diagnostic[] {
  return review(compilation, settings, extent).diagnostics;
}

/** The same with what was accepted, each list in source order. */
export function review(compilation: Compilation, settings: Settings = defaultSettings, extent?: Extent): Review {
  const { text, programs } = compilation;
  const found = [
    ...compilation.diagnostics,
    ...programs.flatMap((program) => [
      ...checkContract(program, text),
      ...checkClaims(program, programs),
      ...runPatterns(program, text, settings, extent),
      ...checkDomains(program, text),
    ]),
  ];
  const allows = programs.flatMap((program) => program.allows);
  const { left, accepted } = applyAllows(found, allows, settings);
  return { diagnostics: left.sort(inOrder), accepted: accepted.sort((a, b) => inOrder(a.diagnostic, b.diagnostic)) };
}

const inOrder = (a: Diagnostic, b: Diagnostic): number => a.start - b.start || rank(a) - rank(b) || a.end - b.end;

const rank = ({ severity }: Diagnostic): number => ["error", "warning", "info", "hint"].indexOf(severity);
