// `--format sarif`: SARIF 2.1.0 for code-scanning services. Lines and columns count from 1.
import { positionAt } from "../../grammar/positions.ts";
import type { CheckedFile, Reporter } from "./reporter.ts";

const levels = { error: "error", warning: "warning", info: "note", hint: "note" } as const;

export const reportSarif: Reporter = (files) => {
  const rules = new Map(
    files.flatMap((file) => file.diagnostics.map((found) => [found.code, { id: found.code, name: found.rule }] as const)),
  );
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Telos", version: TELOS_VERSION, rules: [...rules.values()] } },
        columnKind: "utf16CodeUnits",
        results: files.flatMap(resultsOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function resultsOf(file: CheckedFile) {
  return file.diagnostics.map((diagnostic) => {
    const from = positionAt(file.starts, diagnostic.start);
    const to = positionAt(file.starts, diagnostic.end);
    const region = {
      startLine: from.line + 1,
      startColumn: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    };
    return {
      ruleId: diagnostic.code,
      level: levels[diagnostic.severity],
      message: { text: [diagnostic.message, diagnostic.why, diagnostic.help].filter(Boolean).join(" ") },
      locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file.path.replace(/\\/g, "/")) }, region } }],
    };
  });
}
