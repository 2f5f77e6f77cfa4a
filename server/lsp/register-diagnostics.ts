// When diagnostics are sent: pulled by clients that can, pushed to the others after each change.
import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver/node";
import { toLspDiagnostic } from "./diagnostics.ts";
import { createSchedule, turn } from "./schedule.ts";
import { guarded, logFailure, type Session } from "./session.ts";

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function diagnosticsOf(session: Session, uri: string) {
  const document = session.open(uri);
  const positions = session.documents.get(uri);
  return document && positions && document.diagnostics.map((d) => toLspDiagnostic(session, document, positions, d));
}

/** Answers `textDocument/diagnostic`. A client that repeats a version it knows is told that nothing changed. */
export function registerPull(session: Session, refreshes: { diagnostics: boolean }): void {
  const ask = createSchedule(() => void session.connection.languages.diagnostics.refresh().catch(() => {}));
  if (refreshes.diagnostics) onChangeOfUsed(session, () => ask("all"));
  session.connection.languages.diagnostics.on(
    guarded(session, nothing, async ({ textDocument: { uri }, previousResultId }, token) => {
      await turn();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      const document = session.open(uri);
      if (document === undefined) return nothing;
      const { version, revision } = document;
      const resultId = revision === 0 ? String(version) : `${version}.${revision}`;
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(session, uri) ?? [] };
    }),
  );
}

/** Calls `changed` for every open document that uses a file which changes, in the editor or on disk. */
function onChangeOfUsed(session: Session, changed: (uri: string) => void): void {
  session.onFileChange((path) => {
    for (const uri of session.usersOf(path)) changed(uri);
  });
}

/** Publishes after each burst of changes, for the newest version only. */
export function startPush(session: Session): void {
  const send = (uri: string) => {
    try {
      const diagnostics = diagnosticsOf(session, uri);
      if (diagnostics === undefined) return;
      void session.connection.sendDiagnostics({ uri, version: session.documents.get(uri)?.version, diagnostics });
    } catch (error) {
      logFailure(session, error);
    }
  };
  const schedule = createSchedule(send);
  onChangeOfUsed(session, schedule);
  session.documents.onDidChangeContent(({ document }) => schedule(document.uri));
  session.documents.onDidClose(({ document }) => void session.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  for (const uri of session.documents.keys()) schedule(uri);
}
