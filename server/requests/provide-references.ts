// Every use of the name under the cursor. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionAt, usesOf } from "../syntax/definition-at.ts";

/** Spans in source order; the declared name among them where `withDeclaration`. Empty where the cursor is on no name. */
export function provideReferences(document: OpenDocument, offset: number, options: { withDeclaration: boolean }): Span[] {
  const { model } = document.compilation;
  const here = definitionAt(model, offset);
  if (here === undefined) return [];
  const uses = usesOf(model, here.definition);
  const all = options.withDeclaration ? [here.definition.nameSpan, ...uses] : uses;
  return all.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
}
