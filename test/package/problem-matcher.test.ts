// The problem matcher $telos reads what the command line and the task print.
import { describe, expect, test } from "vitest";
import { reportLines } from "../../server/describe/report.ts";
import { openDocument } from "../../server/documents.ts";
import { scratch, telos } from "../cli/run-telos.ts";
import { manifest } from "./manifest.ts";

interface Pattern {
  regexp: string;
  [part: string]: string | number;
}
interface Matcher {
  name: string;
  pattern: Pattern[];
}

const [matcher] = manifest.contributes.problemMatchers as [Matcher];
const { file } = scratch();

/** Matches as the editor does: the patterns one after the other, on lines that follow each other. */
function read(lines: readonly string[]): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  for (let at = 0; at < lines.length; at++) {
    const matches = matcher.pattern.map(({ regexp }, line) => new RegExp(regexp).exec(lines[at + line] ?? ""));
    if (matches.includes(null)) continue;
    const parts = matcher.pattern.flatMap(({ regexp: _, ...rest }, line) =>
      Object.entries(rest).map(([part, group]) => [part, matches[line]![Number(group)]!] as const),
    );
    found.push(Object.fromEntries(parts));
    at += matcher.pattern.length - 1;
  }
  return found;
}

const text = 'reward R {\n  signal a : bool\n  objective x = b\n  objective y = "a:1:2 error X1 y"\n}\n';

describe("$telos", () => {
  test("reads the text that `telos check` prints", async () => {
    const path = file("a b:c.reward", text);
    const { out } = await telos("check", path, "examples/boat-race/boat-race.reward");
    const report = JSON.parse((await telos("check", path, "examples/boat-race/boat-race.reward", "--format", "json")).out);
    const expected = report.files.flatMap((checked: { file: string; diagnostics: Record<string, string>[] }) =>
      checked.diagnostics.map(({ code, severity, message }) => ({ file: checked.file, code, severity, message })),
    );
    expect(read(out.split("\n")).map(({ line: _line, column: _column, ...rest }) => rest)).toEqual(expected);
    expect(read(out.split("\n"))[0]).toMatchObject({ line: "3", column: "17" });
  });

  test("reads the lines of the task", () => {
    const document = openDocument("file:///spec/a.reward", 1, text, { path: "/spec/a.reward", read: () => undefined });
    const found = read(reportLines(document));
    expect(found).toHaveLength(document.diagnostics.length);
    expect(found[0]).toMatchObject({ file: "/spec/a.reward", line: "3", column: "17", severity: "error", code: "N001" });
  });

  test("the task it belongs to is declared", () => {
    expect(manifest.contributes.taskDefinitions).toMatchObject([{ type: "telos", required: ["task"] }]);
  });
});
