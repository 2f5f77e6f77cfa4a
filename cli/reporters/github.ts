// `--format github`: workflow commands that annotate a pull request.
import { regionAt, shortPath } from "./places.ts";
import type { Reporter } from "./reporter.ts";

const levels = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

export const reportGithub: Reporter = (files) =>
  files
    .flatMap((file) =>
      file.diagnostics.map((diagnostic) => {
        const { startLine, startColumn, endLine, endColumn } = regionAt(file.starts, diagnostic);
        const title = property(`${diagnostic.code} ${diagnostic.rule}`);
        const text = data([diagnostic.message, diagnostic.help].filter(Boolean).join(" "));
        return `::${levels[diagnostic.severity]} file=${property(shortPath(file.path))},line=${startLine},endLine=${endLine},col=${startColumn},endColumn=${endColumn},title=${title}::${text}\n`;
      }),
    )
    .join("");

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
