// Diagnostics in LSP's form: plain text, links, related places. It must not decide when they are sent.
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic, Severity } from "../../compiler/diagnostics.ts";
import { plainMessage } from "../describe/diagnostic.ts";
import type { OpenDocument } from "../documents.ts";
import { toRange } from "./positions.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

type RuleUri = (diagnostic: Diagnostic) => string | undefined;

/** `ruleUri` gives the address of a rule's page. */
export function toLspDiagnostic(
  document: OpenDocument,
  positions: TextDocument,
  diagnostic: Diagnostic,
  ruleUri: RuleUri,
): LspDiagnostic {
  const href = ruleUri(diagnostic);
  return {
    range: toRange(positions, diagnostic),
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: "telos",
    message: plainMessage(diagnostic),
    ...(diagnostic.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(diagnostic.related?.length ? { relatedInformation: relatedOf(document, positions, diagnostic) } : {}),
    data: { rule: diagnostic.rule, fixes: diagnostic.fixes ?? [], witness: diagnostic.witness !== undefined },
  };
}

function relatedOf(document: OpenDocument, positions: TextDocument, diagnostic: Diagnostic) {
  return (diagnostic.related ?? []).map((place) => ({
    location: { uri: document.uri, range: toRange(positions, place) },
    message: place.message,
  }));
}
