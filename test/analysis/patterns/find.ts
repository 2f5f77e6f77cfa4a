// What the tests of patterns share: the findings of one rule in a text, a text with a fix applied, and the fences of a page.
import { check } from "../../../analysis/check.ts";
import { defaultSettings } from "../../../analysis/patterns/settings.ts";
import { compile } from "../../../compiler/compilation.ts";
import type { Diagnostic, Fix } from "../../../compiler/diagnostics.ts";

export interface Checked {
  errors: Diagnostic[];
  /** Of the rule that is tested. */
  found: Diagnostic[];
}

/** Errors other than the rule's own, and the rule's findings. */
export function checkFor(text: string, rule: string): Checked {
  const diagnostics = check(compile(text), { ...defaultSettings, preview: true });
  const found = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
  return {
    errors: diagnostics.filter((diagnostic) => diagnostic.severity === "error" && !diagnostic.code.startsWith("RH")),
    found,
  };
}

export function applyFix(text: string, fix: Fix): string {
  const edits = fix.edits.toSorted((a, b) => b.start - a.start || b.end - a.end);
  return edits.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** The ```reward fences below a heading of a page, with their lines. */
export function fencesBelow(page: string, heading: string): { line: number; text: string }[] {
  const lines = page.split("\n");
  const fences: { line: number; text: string }[] = [];
  let inside = false;
  for (let at = 0; at < lines.length; at++) {
    if (/^## /.test(lines[at]!)) inside = lines[at] === `## ${heading}`;
    if (lines[at] !== "```reward") continue;
    const end = lines.indexOf("```", at + 1);
    if (inside) fences.push({ line: at + 2, text: lines.slice(at + 1, end).join("\n") });
    at = end;
  }
  return fences;
}

export const describeFindings = (found: readonly Diagnostic[]): string[] =>
  found.map(({ severity, message }) => `${severity}: ${message}`);
