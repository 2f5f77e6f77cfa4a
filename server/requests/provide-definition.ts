// Where a name is declared. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionAt } from "../syntax/definition-at.ts";

export interface DefinitionLink {
  /** The name under the cursor. */
  origin: Span;
  /** The declared name. */
  target: Span;
  /** The whole declaration. */
  declaration: Span;
}

export function provideDefinition(document: OpenDocument, offset: number): DefinitionLink | undefined {
  const here = definitionAt(document.compilation.model, offset);
  if (here === undefined) return undefined;
  const { declaration, nameSpan } = here.definition;
  const whole = declaration.start <= nameSpan.start && nameSpan.end <= declaration.end ? declaration : nameSpan;
  return { origin: here.span, target: nameSpan, declaration: { start: whole.start, end: whole.end } };
}
