// Handlers that lead somewhere: definition, references, highlights, symbols, links.
import { DocumentHighlightKind, type DocumentSymbol as LspSymbol } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { provideDefinition } from "../requests/provide-definition.ts";
import { type DocumentLink, provideDocumentLinks } from "../requests/provide-document-links.ts";
import { type DocumentSymbol, provideDocumentSymbols } from "../requests/provide-document-symbols.ts";
import { provideHighlights } from "../requests/provide-highlights.ts";
import { provideReferences } from "../requests/provide-references.ts";
import { provideWorkspaceSymbols } from "../requests/provide-workspace-symbols.ts";
import { locationOf } from "./diagnostics.ts";
import { toSymbolKind } from "./kinds.ts";
import { knownDocuments, positionsIn, specsOfWorkspace } from "./known-documents.ts";
import { toRange } from "./positions.ts";
import { about, filled, guarded, type Session } from "./session.ts";

export function registerNavigation(session: Session): void {
  const { connection } = session;

  connection.onDefinition(
    about(session, null, (document, positions, { position }) => {
      const link = provideDefinition(document, positions.offsetAt(position));
      if (link === undefined) return null;
      const target = locationOf(session, document, positions, link.target, link.file);
      return [
        {
          originSelectionRange: toRange(positions, link.origin),
          targetUri: target.uri,
          targetRange: locationOf(session, document, positions, link.declaration, link.file).range,
          targetSelectionRange: target.range,
        },
      ];
    }),
  );

  connection.onReferences(
    about(session, [], async (document, positions, { position, context: { includeDeclaration: withDeclaration } }) => {
      const others = await knownDocuments(session, document);
      return provideReferences(document, positions.offsetAt(position), { withDeclaration, others }).flatMap((found) => {
        const there = positionsIn(session, found.document);
        return found.spans.map((span) => ({ uri: found.document.uri, range: toRange(there, span) }));
      });
    }),
  );

  connection.onDocumentHighlight(
    about(session, [], (document, positions, { position }) =>
      provideHighlights(document, positions.offsetAt(position)).map((highlight) => ({
        range: toRange(positions, highlight),
        kind: highlight.kind === "write" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  );

  connection.onDocumentSymbol(
    about(session, [], (document, positions) => provideDocumentSymbols(document).map((symbol) => toSymbol(positions, symbol))),
  );

  connection.onWorkspaceSymbol(
    guarded(session, [], async ({ query }) => {
      const documents = await specsOfWorkspace(session);
      const positionsOf = new Map(documents.map((document) => [document.uri, positionsIn(session, document)]));
      return provideWorkspaceSymbols(documents, query).map((symbol) => ({
        name: symbol.name,
        kind: toSymbolKind(symbol.kind),
        ...(symbol.container === undefined ? {} : { containerName: symbol.container }),
        location: { uri: symbol.uri, range: toRange(positionsOf.get(symbol.uri)!, symbol.span) },
      }));
    }),
  );

  connection.onDocumentLinks(
    about(session, [], (document, positions) =>
      provideDocumentLinks(document)
        .map((link) => ({
          range: toRange(positions, link),
          target: targetOf(session, document.uri, link),
          tooltip: link.tooltip,
        }))
        .filter((link) => link.target !== undefined),
    ),
  );
}

function toSymbol(positions: TextDocument, symbol: DocumentSymbol): LspSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: toSymbolKind(symbol.kind),
    range: toRange(positions, symbol.span),
    selectionRange: toRange(positions, symbol.nameSpan),
    children: symbol.children.map((child) => toSymbol(positions, child)),
  };
}

/** Paths are relative to the document; a document that is no file has no neighbours. */
function targetOf(session: Session, uri: string, { target }: DocumentLink): string | undefined {
  if (target.kind === "rule") return filled(session.options.rulePage, target.rule);
  try {
    return new URL(target.path.split("/").map(encodeURIComponent).join("/"), uri).href;
  } catch {
    return undefined;
  }
}
