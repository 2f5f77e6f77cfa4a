// `--format json`: a contract. Lines and characters count from 0, as editors count them.
import { positionAt } from "../../grammar/positions.ts";
import type { CheckedFile, Reporter } from "./reporter.ts";

export const reportJson: Reporter = (files) => `${JSON.stringify({ files: files.map(fileOf) }, null, 2)}\n`;

function fileOf(file: CheckedFile) {
  return {
    file: file.path,
    diagnostics: file.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      rule: diagnostic.rule,
      severity: diagnostic.severity,
      message: diagnostic.message,
      range: { start: positionAt(file.starts, diagnostic.start), end: positionAt(file.starts, diagnostic.end) },
      ...(diagnostic.why === undefined ? {} : { why: diagnostic.why }),
      ...(diagnostic.help === undefined ? {} : { help: diagnostic.help }),
      ...(diagnostic.witness === undefined ? {} : { witness: diagnostic.witness }),
    })),
  };
}
