// One finding as a SARIF result: place, flows, fixes, and why it is accepted. It must not know the log around it.
import type { Accepted } from "../../../analysis/patterns/apply-allows.ts";
import type { Diagnostic, Fix } from "../../../compiler/diagnostics.ts";
import { regionAt, startsOf, uriOf } from "../places.ts";
import type { CheckedFile } from "../reporter.ts";
import { flowsOf, propertiesOf } from "./flow.ts";
import { levels } from "./rules.ts";

export interface Context {
  file: CheckedFile;
  /** Where a rule stands in the report's list. */
  ruleIndex(code: string): number;
}

export function resultOf(context: Context, diagnostic: Diagnostic, fingerprint: string, accepted?: Accepted) {
  const { file } = context;
  const { code, severity, message, why, help, related = [], fixes = [], witness } = diagnostic;
  const location = { physicalLocation: placeOf(file, diagnostic) };
  return {
    ruleId: code,
    ruleIndex: context.ruleIndex(code),
    level: levels[severity],
    message: { text: [message, why, help].filter(Boolean).join(" ") },
    locations: [location],
    partialFingerprints: { "telosFinding/v1": fingerprint },
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, index) => ({
            id: index + 1,
            physicalLocation: placeOf(file, place, place.file),
            message: { text: place.message },
          })),
        }),
    ...(witness === undefined ? {} : { codeFlows: flowsOf(witness, location) }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(file, fix)) }),
    // An empty list says that it was looked whether the finding is accepted.
    suppressions: accepted === undefined ? [] : [suppressionOf(file, accepted)],
    properties: { severity, rule: diagnostic.rule, ...(witness === undefined ? {} : { witness: propertiesOf(witness) }) },
  };
}

function placeOf(file: CheckedFile, span: { start: number; end: number }, other?: string) {
  return { artifactLocation: artifact(other ?? file.path), region: regionAt(startsOf(file, other), span) };
}

export const artifact = (path: string) => {
  const uri = uriOf(path);
  return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: "%SRCROOT%" };
};

function fixOf(file: CheckedFile, { title, safe, edits }: Fix) {
  const replacements = edits.map((edit) => ({
    deletedRegion: regionAt(file.starts, edit),
    ...(edit.text === "" ? {} : { insertedContent: { text: edit.text } }),
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifact(file.path), replacements }],
    properties: { safe },
  };
}

function suppressionOf(file: CheckedFile, { reason, source: [start, end] }: Accepted) {
  return {
    kind: "inSource",
    status: "accepted",
    justification: reason,
    location: { physicalLocation: placeOf(file, { start, end }) },
  };
}
