// Declarations of all known files by name. It must not know LSP or where files come from.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { type DocumentSymbol, provideDocumentSymbols } from "./provide-document-symbols.ts";

export interface WorkspaceSymbol {
  uri: string;
  name: string;
  kind: string;
  /** The reward it stands in. */
  container?: string;
  span: Span;
}

/** Symbols with the letters of `query` in order, at most `limit`. */
export function provideWorkspaceSymbols(documents: Iterable<OpenDocument>, query: string, limit = 500): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const document of documents) {
    const visit = (symbol: DocumentSymbol, container?: string): void => {
      if (symbol.kind !== "expect" && symbol.kind !== "prove" && symbol.kind !== "total" && hasLetters(symbol.name, query)) {
        found.push({
          uri: document.uri,
          name: symbol.name,
          kind: symbol.kind,
          ...(container ? { container } : {}),
          span: symbol.nameSpan,
        });
      }
      for (const child of symbol.children) visit(child, symbol.name);
    };
    for (const symbol of provideDocumentSymbols(document)) visit(symbol);
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

function hasLetters(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase()) {
    from = letters.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
