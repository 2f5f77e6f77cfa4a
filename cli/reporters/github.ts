// `--format github`: workflow commands that annotate a pull request.
import { positionAt } from "../../grammar/positions.ts";
import type { Reporter } from "./reporter.ts";

const levels = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

export const reportGithub: Reporter = (files) =>
  files
    .flatMap((file) =>
      file.diagnostics.map((diagnostic) => {
        const from = positionAt(file.starts, diagnostic.start);
        const to = positionAt(file.starts, diagnostic.end);
        const title = property(`${diagnostic.code} ${diagnostic.rule}`);
        const text = data([diagnostic.message, diagnostic.help].filter(Boolean).join(" "));
        return `::${levels[diagnostic.severity]} file=${property(file.path)},line=${from.line + 1},endLine=${to.line + 1},col=${from.character + 1},endColumn=${to.character + 1},title=${title}::${text}\n`;
      }),
    )
    .join("");

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
