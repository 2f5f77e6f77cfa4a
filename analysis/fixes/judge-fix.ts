// Whether a fix makes a file better: its finding goes, and nothing comes for it that was not there. It must not know how files are checked.
import type { Diagnostic, Fix, TextEdit } from "../../compiler/diagnostics.ts";
import type { Span } from "../../grammar/span.ts";
import { applyEdits, moveSpan } from "./apply-edits.ts";

/** Everything that is found in a text, without witnesses. */
export type Recheck = (text: string) => readonly Diagnostic[];

/** Whether `fix` may be offered for `diagnostic`, which is one of `before`. */
export function isGoodFix(
  text: string,
  before: readonly Diagnostic[],
  diagnostic: Diagnostic,
  fix: Fix,
  recheck: Recheck,
): boolean {
  // What such an error has hidden was there all the time.
  if (isOfLanguage(diagnostic)) return true;
  return isBetter(before, recheck(applyEdits(text, fix.edits)), fix.edits, [diagnostic]);
}

/** Whether `after`, what is found once the edits are applied, lacks `fixed` and has nothing serious that `before` has not. */
export function isBetter(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  edits: readonly TextEdit[],
  fixed: readonly Diagnostic[],
): boolean {
  const reveals = fixed.some(isOfLanguage);
  const known = before
    .filter((diagnostic) => !fixed.includes(diagnostic))
    .map((diagnostic) => ({ ...diagnostic, ...moveSpan(diagnostic, edits) }));
  const gone = fixed.map((diagnostic) => ({ ...diagnostic, ...moveSpan(diagnostic, edits) }));
  const serious = after.filter(isSerious);
  // A place first, then a message: numbers in messages change with what is paid elsewhere.
  const left = withoutPairs(withoutPairs(serious, known, isSamePlace), known, isSameMessage);
  return left.every((found) => reveals && !gone.some((each) => isSamePlace(found, each) || isSameMessage(found, each)));
}

/** What has no partner; each of `known` is one once, and is then taken out. */
function withoutPairs(
  found: readonly Diagnostic[],
  known: Diagnostic[],
  fits: (found: Diagnostic, known: Diagnostic) => boolean,
): Diagnostic[] {
  return found.filter((diagnostic) => {
    const at = known.findIndex((each) => each.rule === diagnostic.rule && isAsLoud(each, diagnostic) && fits(diagnostic, each));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

const loudness = ({ severity }: Diagnostic): number => ["hint", "info", "warning", "error"].indexOf(severity);
const isAsLoud = (known: Diagnostic, found: Diagnostic): boolean => loudness(known) >= loudness(found);
const isSerious = (diagnostic: Diagnostic): boolean => loudness(diagnostic) >= 2;
const isSamePlace = (a: Diagnostic & Span, b: Diagnostic & Span): boolean =>
  a.rule === b.rule && a.start <= b.end && b.start <= a.end;
const isSameMessage = (a: Diagnostic, b: Diagnostic): boolean => a.rule === b.rule && a.message === b.message;

/** An error of syntax, name or type: while it stands, nothing else is said of what it stands in. */
export function isOfLanguage({ severity, code }: Diagnostic): boolean {
  return severity === "error" && !code.startsWith("RH");
}
