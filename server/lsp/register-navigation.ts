// Handlers that lead somewhere: definition, references, highlights, symbols, links.
import { DocumentHighlightKind, type DocumentSymbol as LspSymbol } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { provideDefinition } from "../requests/provide-definition.ts";
import { type DocumentLink, provideDocumentLinks } from "../requests/provide-document-links.ts";
import { type DocumentSymbol, provideDocumentSymbols } from "../requests/provide-document-symbols.ts";
import { provideHighlights } from "../requests/provide-highlights.ts";
import { provideReferences } from "../requests/provide-references.ts";
import { provideWorkspaceSymbols } from "../requests/provide-workspace-symbols.ts";
import { workspaceDocuments } from "../workspace-files.ts";
import { toSymbolKind } from "./kinds.ts";
import { toRange } from "./positions.ts";
import { about, filled, guarded, type Session } from "./session.ts";

export function registerNavigation(session: Session): void {
  const { connection } = session;

  connection.onDefinition(
    about(session, null, (document, positions, { position }) => {
      const link = provideDefinition(document, positions.offsetAt(position));
      if (link === undefined) return null;
      return [
        {
          originSelectionRange: toRange(positions, link.origin),
          targetUri: document.uri,
          targetRange: toRange(positions, link.declaration),
          targetSelectionRange: toRange(positions, link.target),
        },
      ];
    }),
  );

  connection.onReferences(
    about(session, [], (document, positions, { position, context }) =>
      provideReferences(document, positions.offsetAt(position), { withDeclaration: context.includeDeclaration }).map((span) => ({
        uri: document.uri,
        range: toRange(positions, span),
      })),
    ),
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
      const documents = await workspaceDocuments(session.folders, (uri) => session.open(uri));
      const positionsOf = new Map(documents.map(({ document, positions }) => [document.uri, positions]));
      return provideWorkspaceSymbols(
        documents.map(({ document }) => document),
        query,
      ).map((symbol) => ({
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
