// `--format sarif`: SARIF 2.1.0 for code-scanning services. Lines and columns count from 1.
import type { CheckedFile, Reporter } from "../reporter.ts";
import { fingerprints } from "./fingerprint.ts";
import { artifact, resultOf } from "./result.ts";
import { rulesOf } from "./rules.ts";

export const reportSarif: Reporter = (files) => {
  const rules = rulesOf(files.flatMap(everything));
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const ruleIndex = (code: string) => index.get(code) ?? -1;
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Telos", version: TELOS_VERSION, semanticVersion: TELOS_VERSION, rules } },
        columnKind: "utf16CodeUnits",
        artifacts: files.map(({ path, isUsed }) => ({
          location: artifact(path),
          sourceLanguage: "reward",
          ...(isUsed ? {} : { roles: ["analysisTarget"] }),
        })),
        results: files.flatMap((file) => resultsOf(file, ruleIndex)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const everything = ({ diagnostics, accepted }: CheckedFile) => [...diagnostics, ...accepted.map(({ diagnostic }) => diagnostic)];

function resultsOf(file: CheckedFile, ruleIndex: (code: string) => number) {
  const found = [
    ...file.diagnostics.map((diagnostic) => ({ diagnostic, accepted: undefined })),
    ...file.accepted.map((accepted) => ({ diagnostic: accepted.diagnostic, accepted })),
  ].sort((a, b) => a.diagnostic.start - b.diagnostic.start);
  const known = fingerprints(
    file,
    found.map(({ diagnostic }) => diagnostic),
  );
  return found.map(({ diagnostic, accepted }, at) => resultOf({ file, ruleIndex }, diagnostic, known[at]!, accepted));
}
