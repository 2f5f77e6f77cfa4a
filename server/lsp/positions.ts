// Offsets to LSP positions and back. It must not know the language.
import type { Range, TextEdit } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/span.ts";

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toTextEdit(document: TextDocument, edit: Span & { text: string }): TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}
