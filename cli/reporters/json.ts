// `--format json`: a contract. Lines and characters count from 0, as editors count them.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { positionAt } from "../../grammar/positions.ts";
import type { Span } from "../../grammar/span.ts";
import { startsOf } from "./places.ts";
import type { CheckedFile, Reporter } from "./reporter.ts";

export const reportJson: Reporter = (files) => `${JSON.stringify({ files: files.map(fileOf) }, null, 2)}\n`;

function fileOf(file: CheckedFile) {
  const accepted = file.accepted.map(({ diagnostic, reason }) => ({ ...entryOf(file, diagnostic), reason }));
  return {
    file: file.path,
    diagnostics: file.diagnostics.map((diagnostic) => entryOf(file, diagnostic)),
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}

function entryOf(file: CheckedFile, diagnostic: Diagnostic) {
  const rangeOf = ({ start, end }: Span, other?: string) => {
    const starts = startsOf(file, other);
    return { start: positionAt(starts, start), end: positionAt(starts, end) };
  };
  const { code, rule, severity, message, why, help, witness, related = [], fixes = [] } = diagnostic;
  return {
    code,
    rule,
    severity,
    message,
    range: rangeOf(diagnostic),
    ...(why === undefined ? {} : { why }),
    ...(help === undefined ? {} : { help }),
    ...(related.length === 0
      ? {}
      : {
          related: related.map((place) => ({
            file: place.file ?? file.path,
            range: rangeOf(place, place.file),
            message: place.message,
          })),
        }),
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, safe, edits }) => ({
            title,
            safe,
            edits: edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })),
          })),
        }),
    ...(witness === undefined ? {} : { witness }),
  };
}
