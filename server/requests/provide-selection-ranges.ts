// Growing selections: word, expression, clause, declaration, reward, file. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { pathAt } from "../syntax/path-at.ts";

/** For each offset, the spans round it, innermost first, each strictly larger than the one before. */
export function provideSelectionRanges(document: OpenDocument, offsets: readonly number[]): Span[][] {
  return offsets.map((offset) => {
    const spans: Span[] = [];
    const path = pathAt(document.compilation.file, offset).reverse();
    for (const { start, end } of [...path, { start: 0, end: document.text.length }]) {
      const last = spans.at(-1);
      if (last === undefined || (start <= last.start && end >= last.end && end - start > last.end - last.start)) {
        spans.push({ start, end });
      }
    }
    return spans;
  });
}
