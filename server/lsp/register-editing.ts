// Handlers that change text: rename, format, code actions.
import type { CodeAction as LspCodeAction, WorkspaceEdit } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { OpenDocument } from "../documents.ts";
import { type CodeAction, provideCodeActions } from "../requests/provide-code-actions.ts";
import { provideFormatting } from "../requests/provide-formatting.ts";
import { prepareRename, provideRename } from "../requests/provide-rename.ts";
import { toLspDiagnostic } from "./diagnostics.ts";
import { knownDocuments, positionsIn } from "./known-documents.ts";
import { toRange, toSpan, toTextEdit } from "./positions.ts";
import { about, refused, type Session } from "./session.ts";

/** Milliseconds that trying fixes may take before the menu opens. */
const TRYING = 250;

export function registerEditing(session: Session): void {
  const { connection } = session;

  connection.onPrepareRename(
    about(session, null, (document, positions, { position }) => {
      const name = prepareRename(document, positions.offsetAt(position));
      return name === undefined ? null : { range: toRange(positions, name), placeholder: name.placeholder };
    }),
  );

  connection.onRenameRequest(
    about(session, null, async (document, positions, { position, newName }) => {
      const result = provideRename(document, positions.offsetAt(position), newName, await knownDocuments(session, document));
      if (!result.ok) throw refused(result.message);
      const changes = result.files.map((file) => {
        const there = positionsIn(session, file.document);
        return [file.document.uri, file.edits.map((edit) => toTextEdit(there, edit))];
      });
      return { changes: Object.fromEntries(changes) };
    }),
  );

  connection.onDocumentFormatting(
    about(
      session,
      null,
      (document, positions) => provideFormatting(document)?.map((edit) => toTextEdit(positions, edit)) ?? null,
    ),
  );

  connection.onCodeAction(
    about(session, [], (document, positions, { range, context }) =>
      provideCodeActions(document, toSpan(positions, range), {
        wants: (kind) => wanted(kind, context.only),
        budget: TRYING,
      }).map((action) => toLspAction(session, document, positions, action)),
    ),
  );
}

/** A kind is wanted when it or a more general one is asked for. */
function wanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
}

function toLspAction(session: Session, document: OpenDocument, positions: TextDocument, action: CodeAction): LspCodeAction {
  const { title, kind, diagnostic, preferred } = action;
  return {
    title,
    kind,
    edit: toWorkspaceEdit(session, document, positions, action),
    ...(diagnostic ? { diagnostics: [toLspDiagnostic(session, document, positions, diagnostic)] } : {}),
    ...(preferred ? { isPreferred: true } : {}),
  };
}

function toWorkspaceEdit(
  { snippetEdits }: Session,
  { uri, version }: OpenDocument,
  positions: TextDocument,
  { edits, snippet }: CodeAction,
): WorkspaceEdit {
  if (snippet === undefined || !snippetEdits) return { changes: { [uri]: edits.map((edit) => toTextEdit(positions, edit)) } };
  const edit = { range: toRange(positions, snippet), snippet: { kind: "snippet" as const, value: snippet.text } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] };
}
