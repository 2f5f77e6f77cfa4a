// What was found in a file, as lines that `telos check` prints too and that a problem matcher reads. It must not know LSP.
import { lineStarts, positionAt } from "../../grammar/positions.ts";
import type { OpenDocument } from "../documents.ts";

/** Two lines for each: where and which rule, then what. */
export function reportLines({ path, text, diagnostics }: Pick<OpenDocument, "path" | "text" | "diagnostics">): string[] {
  const starts = lineStarts(text);
  return diagnostics.flatMap(({ start, severity, code, rule, message, help }) => {
    const { line, character } = positionAt(starts, start);
    const place = `${path}:${line + 1}:${character + 1} ${severity} ${code} ${rule}`;
    return [place, `  ${[message, help].filter(Boolean).join(" ").replace(/\s+/g, " ")}`];
  });
}
