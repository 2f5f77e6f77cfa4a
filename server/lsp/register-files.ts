// Handlers about files as such: before they are renamed or moved.
import type { FileOperationRegistrationOptions } from "vscode-languageserver/node";
import { provideFileRename } from "../requests/provide-file-rename.ts";
import { positionsIn, specsOfWorkspace } from "./known-documents.ts";
import { toTextEdit } from "./positions.ts";
import { guarded, type Session } from "./session.ts";
import { pathOf } from "./spec-host.ts";

export const renamedFiles: FileOperationRegistrationOptions["filters"] = [
  { scheme: "file", pattern: { glob: "**/*.reward", matches: "file" } },
  { scheme: "file", pattern: { glob: "**", matches: "folder" } },
];

export function registerFiles(session: Session): void {
  session.connection.workspace.onWillRenameFiles(
    guarded(session, null, async ({ files }) => {
      const moves = files.map(({ oldUri, newUri }) => ({ from: pathOf(oldUri), to: pathOf(newUri) }));
      const open = session.documents.keys().flatMap((uri) => session.open(uri) ?? []);
      const all = [...(await specsOfWorkspace(session)), ...open].filter(({ path }) => path !== "");
      const documents = [...new Map(all.map((document) => [document.path, document])).values()];
      const changes = provideFileRename(documents, moves).map(({ document, edits }) => {
        const positions = positionsIn(session, document);
        return [document.uri, edits.map((edit) => toTextEdit(positions, edit))];
      });
      return changes.length === 0 ? null : { changes: Object.fromEntries(changes) };
    }),
  );
}
