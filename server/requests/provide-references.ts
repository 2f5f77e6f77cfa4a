// Every use of the name under the cursor, in this and other files. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionAt } from "../syntax/definition-at.ts";
import { occurrencesOf } from "../syntax/everywhere.ts";

export interface ReferencesHere {
  document: OpenDocument;
  /** In source order. */
  spans: Span[];
}

/** The declared name is among them where `withDeclaration`. Empty where the cursor is on no name. */
export function provideReferences(
  document: OpenDocument,
  offset: number,
  options: { withDeclaration: boolean; others?: readonly OpenDocument[] },
): ReferencesHere[] {
  const here = definitionAt(document.compilation.model, offset);
  if (here === undefined) return [];
  return occurrencesOf(document, here.definition, options.others ?? []).flatMap(({ document: each, declared, uses }) => {
    const all = declared !== undefined && options.withDeclaration ? [declared, ...uses] : uses;
    const spans = all.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
    return spans.length === 0 ? [] : [{ document: each, spans }];
  });
}
