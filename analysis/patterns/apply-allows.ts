// `@allow(rule, "reason")`: findings of that rule inside the declaration it stands on are accepted. What allows nothing is told.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { nearest } from "../../compiler/elaborate/suggest.ts";
import type { Program } from "../../runtime/program.ts";
import { patternByName } from "./index.ts";
import { defaultSettings, isOn, type Settings } from "./settings.ts";

type Allow = Program["allows"][number];

/** A finding that an allow covers, and why it is accepted. */
export interface Accepted {
  diagnostic: Diagnostic;
  reason: string;
  /** Where the allow stands. */
  source: Allow["source"];
}

/**
 * The diagnostics that are left, with a hint for each allow that suppressed nothing and a warning for each unknown rule.
 * An allow of a rule that does not run here waits for the day it does. Errors about the language itself cannot be allowed; findings of the patterns can, whatever their severity.
 */
export function applyAllows(
  diagnostics: readonly Diagnostic[],
  allows: readonly Allow[],
  settings: Settings = defaultSettings,
): { left: Diagnostic[]; accepted: Accepted[] } {
  const used = new Set<Allow>();
  const accepted: Accepted[] = [];
  const left = diagnostics.filter((diagnostic) => {
    const allow = allows.find((candidate) => covers(candidate, diagnostic));
    if (allow === undefined) return true;
    used.add(allow);
    accepted.push({ diagnostic, reason: allow.reason, source: allow.source });
    return false;
  });
  const known = new Set([...patternByName.keys(), ...diagnostics.map(({ rule }) => rule)]);
  const idle = allows
    .filter((allow) => !used.has(allow) && !waits(allow, settings))
    .map((allow) => (known.has(allow.rule) ? unused(allow) : unknown(allow)));
  return { left: [...left, ...idle], accepted };
}

function covers({ rule, covers: [start, end] }: Allow, diagnostic: Diagnostic): boolean {
  if (diagnostic.rule !== rule && diagnostic.code !== rule) return false;
  if (diagnostic.severity === "error" && !patternByName.has(diagnostic.rule)) return false;
  return start <= diagnostic.start && diagnostic.end <= end;
}

function waits({ rule }: Allow, settings: Settings): boolean {
  const pattern = patternByName.get(rule);
  return pattern !== undefined && !isOn(settings, pattern);
}

function unused({ rule, source }: Allow): Diagnostic {
  return {
    code: "A001",
    rule: "unused-allow",
    severity: "hint",
    start: source[0],
    end: source[1],
    unnecessary: true,
    message: `Nothing here breaks '${rule}', so this allows nothing.`,
    help: "Remove it, so that a later finding is not accepted by accident.",
    fixes: [{ title: "Remove the allow", safe: true, edits: [{ start: source[0], end: source[1], text: "" }] }],
  };
}

function unknown({ rule, source }: Allow): Diagnostic {
  const close = nearest(rule, patternByName.keys());
  return {
    code: "A002",
    rule: "unknown-rule",
    severity: "warning",
    start: source[0],
    end: source[1],
    message: `There is no rule '${rule}', so this allows nothing.`,
    help:
      close === undefined
        ? "The name of a rule stands beside its message, and in the list of rules."
        : `Did you mean '${close}'?`,
  };
}
