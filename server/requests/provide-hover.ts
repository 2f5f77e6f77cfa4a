// What stands under the cursor, explained: a name, an operator, a unit, a word, and what was found wrong there. It must not know LSP.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Span } from "../../grammar/span.ts";
import { describeClaim } from "../describe/claim.ts";
import { describeDiagnostic } from "../describe/diagnostic.ts";
import type { OpenDocument } from "../documents.ts";
import { subjectAt } from "./provide-hover/subject-at.ts";

export interface Hover extends Span {
  markdown: string;
}

/** `ruleLink` gives the link to a rule's page, where the client can follow one. */
export function provideHover(
  document: OpenDocument,
  offset: number,
  ruleLink: (diagnostic: Diagnostic) => string | undefined = () => undefined,
): Hover | undefined {
  const subject = subjectAt(document, offset);
  const found = document.diagnostics.filter((d) => d.start <= offset && (offset < d.end || offset === d.start));
  const explained = found
    .map((diagnostic) => describeDiagnostic(diagnostic, ruleLink(diagnostic)))
    .filter((text) => text !== undefined);
  const claim = describeClaim(document, offset);
  const texts = [...(subject ? [subject.markdown] : []), ...(claim === undefined ? [] : [claim]), ...explained];
  if (texts.length === 0) return undefined;
  const { start, end } = subject ?? found[0] ?? { start: offset, end: offset };
  return { start, end, markdown: texts.join("\n\n---\n\n") };
}
