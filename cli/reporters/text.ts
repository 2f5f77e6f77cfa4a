// `--format text`: for people. The line, what is wrong, why, what to do.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { positionAt } from "../../grammar/positions.ts";
import type { CheckedFile, Reporter } from "./reporter.ts";
import { summaryOf } from "./summary.ts";

export const reportText: Reporter = (files) => {
  const blocks = files.flatMap((file) => file.diagnostics.map((diagnostic) => blockOf(file, diagnostic)));
  return [...blocks, summaryOf(files)].join("\n");
};

function blockOf(file: CheckedFile, diagnostic: Diagnostic): string {
  const { line, character } = positionAt(file.starts, diagnostic.start);
  const source = (file.text.slice(file.starts[line], file.starts[line + 1]) ?? "").replace(/[\r\n]+$/, "").replace(/\t/g, " ");
  const { shown, at } = around(source, character);
  const length = Math.max(1, Math.min(diagnostic.end - diagnostic.start, shown.length - at));
  const gutter = String(line + 1);
  const lines = [
    `${file.path}:${line + 1}:${character + 1} ${diagnostic.severity} ${diagnostic.code} ${diagnostic.rule}`,
    `  ${diagnostic.message}`,
    `  ${gutter} | ${shown}`,
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(at)}${"^".repeat(length)}`,
    ...(diagnostic.why ? [`  why:  ${diagnostic.why}`] : []),
    ...(diagnostic.help ? [`  do:   ${diagnostic.help}`] : []),
    ...(diagnostic.witness ? [`  seen: ${diagnostic.witness.explanation}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

const WIDEST = 160;

/** The part of a very long line that holds the place, and where the place stands in it. */
function around(source: string, character: number): { shown: string; at: number } {
  if (source.length <= WIDEST) return { shown: source, at: character };
  const from = Math.max(0, Math.min(character - WIDEST / 2, source.length - WIDEST));
  return { shown: source.slice(from, from + WIDEST), at: character - from };
}
