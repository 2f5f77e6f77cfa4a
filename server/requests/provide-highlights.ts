// All occurrences of the name under the cursor, told apart by whether they declare or read it. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionAt, usesOf } from "../syntax/definition-at.ts";

export interface Highlight extends Span {
  kind: "write" | "read";
}

export function provideHighlights(document: OpenDocument, offset: number): Highlight[] {
  const { model } = document.compilation;
  const here = definitionAt(model, offset);
  if (here === undefined) return [];
  const { nameSpan, file } = here.definition;
  const declared: Highlight[] = file === undefined ? [{ start: nameSpan.start, end: nameSpan.end, kind: "write" }] : [];
  return [...declared, ...usesOf(model, here.definition).map((use): Highlight => ({ ...use, kind: "read" }))];
}
