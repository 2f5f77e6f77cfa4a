// Diagnostics in LSP's form: plain text, links, related places. It must not decide when they are sent.
import { DiagnosticSeverity, DiagnosticTag, type Location, type Diagnostic as LspDiagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic, Severity } from "../../compiler/diagnostics.ts";
import type { Span } from "../../grammar/span.ts";
import { plainMessage } from "../describe/diagnostic.ts";
import type { OpenDocument } from "../documents.ts";
import { toRange } from "./positions.ts";
import { rulePage, type Session } from "./session.ts";
import { uriOf } from "./spec-host.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toLspDiagnostic(
  session: Session,
  document: OpenDocument,
  positions: TextDocument,
  diagnostic: Diagnostic,
): LspDiagnostic {
  const href = rulePage(session, diagnostic);
  return {
    range: toRange(positions, diagnostic),
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: "telos",
    message: plainMessage(diagnostic),
    ...(diagnostic.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(diagnostic.related?.length ? { relatedInformation: relatedOf(session, document, positions, diagnostic) } : {}),
    data: { rule: diagnostic.rule, witness: diagnostic.witness !== undefined },
  };
}

function relatedOf(session: Session, document: OpenDocument, positions: TextDocument, diagnostic: Diagnostic) {
  return (diagnostic.related ?? []).map((place) => ({
    location: locationOf(session, document, positions, place, place.file),
    message: place.message,
  }));
}

/** A place in the document, or in the other file that its text was compiled with. */
export function locationOf(
  session: Session,
  document: OpenDocument,
  positions: TextDocument,
  span: Span,
  file: string | undefined,
): Location {
  if (file === undefined) return { uri: document.uri, range: toRange(positions, span) };
  const uri = uriOf(file, session.documents);
  return { uri, range: toRange(TextDocument.create(uri, "reward", 0, document.textOf(file)), span) };
}
