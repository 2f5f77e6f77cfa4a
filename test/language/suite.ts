// Reads a Markdown spec suite: headings name cases, ```reward fences are specs, comments in them are the assertions.
//   `// error T005: text`  a diagnostic of that severity and code on this line whose message contains the text
//   `// pays honest = 0.9`  what a scenario pays, without shaping, within 1e-9
// A fence has exactly the errors, warnings and infos it asserts; hints only count where they are asserted.
import { readFileSync } from "node:fs";

export interface Assertion {
  line: number;
  severity: string;
  code: string;
  text: string;
}

export interface Case {
  name: string;
  line: number;
  text: string;
  diagnostics: Assertion[];
  pays: { scenario: string; value: number }[];
}

export function readSuite(url: URL): Case[] {
  const lines = readFileSync(url, "utf8").split("\n");
  const cases: Case[] = [];
  let heading = "";
  for (let at = 0; at < lines.length; at++) {
    const title = /^#+\s+(.*)$/.exec(lines[at]!);
    if (title) heading = title[1]!;
    if (lines[at] !== "```reward") continue;
    const end = lines.indexOf("```", at + 1);
    const body = lines.slice(at + 1, end);
    cases.push({ name: `${heading} (line ${at + 2})`, line: at + 2, text: body.join("\n"), ...assertions(body) });
    at = end;
  }
  return cases;
}

function assertions(body: string[]): Pick<Case, "diagnostics" | "pays"> {
  const diagnostics = body.flatMap((text, line) =>
    [...text.matchAll(/\/\/ (error|warning|info|hint) ([A-Z]+\d+)(?:: ([^/]*))?/g)].map((found) => ({
      line,
      severity: found[1]!,
      code: found[2]!,
      text: (found[3] ?? "").trim(),
    })),
  );
  const pays = body.flatMap((text) =>
    [...text.matchAll(/\/\/ pays (\w+) = (\S+)/g)].map((found) => ({ scenario: found[1]!, value: Number(found[2]) })),
  );
  return { diagnostics, pays };
}
