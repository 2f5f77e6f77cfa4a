// Where a name is declared, in this file or one it uses. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionAt } from "../syntax/definition-at.ts";
import { useAt } from "../syntax/use-at.ts";

export interface DefinitionLink {
  /** The name under the cursor. */
  origin: Span;
  /** The declared name. */
  target: Span;
  /** The whole declaration. */
  declaration: Span;
  /** The path of the other file that the target lies in. */
  file?: string;
}

export function provideDefinition(document: OpenDocument, offset: number): DefinitionLink | undefined {
  const here = definitionAt(document.compilation.model, offset);
  if (here === undefined) return fileLink(document, offset);
  const { declaration, nameSpan, file } = here.definition;
  const whole = declaration.start <= nameSpan.start && nameSpan.end <= declaration.end ? declaration : nameSpan;
  const link = { origin: here.span, target: nameSpan, declaration: { start: whole.start, end: whole.end } };
  return file === undefined ? link : { ...link, file };
}

/** From the path of a `use` to the beginning of that file. */
function fileLink(document: OpenDocument, offset: number): DefinitionLink | undefined {
  const here = useAt(document, offset);
  if (here === undefined) return undefined;
  const { start, end } = here.use.path;
  const top = { start: 0, end: 0 };
  return { origin: { start, end }, target: top, declaration: top, file: here.used.path };
}
