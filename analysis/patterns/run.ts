// Runs every pattern over a program: findings become diagnostics. It must not know files or editors.
import type { Diagnostic, Severity, Witness } from "../../compiler/diagnostics.ts";
import type { Program } from "../../runtime/program.ts";
import { type Facts, factsOf } from "../facts/facts.ts";
import { patterns } from "./index.ts";
import type { Finding, Pattern } from "./pattern.ts";
import { defaultSettings, isOn, type RuleSettings, type Settings, settingsFor, thresholdsOf } from "./settings.ts";

/** Nodes and signals that all witnesses of one program may take together, so that a large spec is checked while it is typed. */
const WITNESS_WORK = 3_000;

export interface Extent {
  /** Build the trajectories that show findings, which takes longer than finding them. */
  witnesses: boolean;
}

/** Everything the patterns find, allowed or not, in order of position. `text` is the source the program came from. */
export function runPatterns(
  program: Program,
  text: string,
  settings: Settings = defaultSettings,
  { witnesses }: Extent = { witnesses: true },
): Diagnostic[] {
  const facts = factsOf(program);
  const found = patterns
    .filter((pattern) => isOn(settings, pattern))
    .flatMap((pattern) => runPattern(pattern, facts, text, settings).map((finding) => ({ pattern, finding })));
  found.sort((a, b) => a.finding.at[0] - b.finding.at[0] || a.pattern.code.localeCompare(b.pattern.code));
  const most = Math.max(2, Math.floor(WITNESS_WORK / (program.nodes.length + program.signals.length)));
  let shown = 0;
  return found.map(({ pattern, finding }) => {
    const wanted = witnesses && finding.witness !== undefined && shown < most;
    if (wanted) shown++;
    const severity = severityOf(pattern, finding, settingsFor(settings, pattern).severity);
    return toDiagnostic(pattern, { ...finding, severity }, wanted ? finding.witness?.() : undefined);
  });
}

export function runPattern(pattern: Pattern, facts: Facts, text: string, settings: Settings): Finding[] {
  return pattern.check({ program: facts.program, facts, text, threshold: thresholdsOf(settings, pattern) });
}

/** As a project sets it; a note on what is nearly right never gets louder than the rule meant it. */
function severityOf({ severity: usual }: Pattern, { severity: own = usual }: Finding, set: RuleSettings["severity"]): Severity {
  if (set === undefined || set === "off") return own;
  return loudness(own) < loudness(usual) && loudness(own) < loudness(set) ? own : set;
}

const loudness = (severity: Severity): number => ["hint", "info", "warning", "error"].indexOf(severity);

function toDiagnostic(pattern: Pattern, finding: Finding, witness: Witness | undefined): Diagnostic {
  const { at, severity, message, why, help, related, fixes } = finding;
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
