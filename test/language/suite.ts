// Reads a Markdown spec suite: headings name cases, ```reward fences are specs, comments in them are the assertions.
//   `// error T005: text`    a diagnostic of that severity and code on this line whose message contains the text
//   `// pays honest = 0.9`   what a scenario pays, without shaping, within 1e-9
//   `// shows s.x = [0, 1]`  a probe, a goal or what a term adds, as JSON, numbers within 1e-9
//   `// passed`, `// failed` what becomes of the expectation on this line
//   `// proved: text`        what becomes of the claim on this line (`refuted`, `open`), with a part of the message
// A fence ```reward file=lib/a.reward is a file of that path: the other fences under its heading can use it, and it is a case itself.
// A fence has exactly the errors, warnings and infos it asserts; hints only count where they are asserted.
import { readFileSync } from "node:fs";
import type { Host } from "../../compiler/files/host.ts";
import { folderOf, nameOf } from "../../compiler/files/path.ts";

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
  /** Absent where there are no other files under the heading. */
  host?: Host;
  diagnostics: Assertion[];
  pays: { scenario: string; value: number }[];
  shows: { scenario: string; member: string; value: unknown }[];
  expectations: { line: number; status: string }[];
  claims: { line: number; status: string; text: string }[];
}

export function readSuite(url: URL): Case[] {
  const lines = readFileSync(url, "utf8").split("\n");
  const cases: Case[] = [];
  let heading = "";
  let files = new Map<string, string>();
  for (let at = 0; at < lines.length; at++) {
    const title = /^#+\s+(.*)$/.exec(lines[at]!);
    if (title) [heading, files] = [title[1]!, new Map()];
    const fence = /^```reward(?: file=(\S+))?$/.exec(lines[at]!);
    if (fence === null) continue;
    const end = lines.indexOf("```", at + 1);
    const body = lines.slice(at + 1, end);
    const [text, path] = [body.join("\n"), fence[1]];
    if (path !== undefined) files.set(path, text);
    const name = `${heading}${path === undefined ? "" : `, ${path}`} (line ${at + 2})`;
    cases.push({ name, line: at + 2, text, host: hostOf(path ?? "main.reward", files), ...assertions(body) });
    at = end;
  }
  return cases.map(({ host, ...one }) => ((host?.list?.("*").length ?? 0) > 0 ? { ...one, host } : one));
}

/** The files under one heading, those of later fences among them. */
export function hostOf(path: string, files: ReadonlyMap<string, string>): Host {
  const inFolder = (folder: string) => [...files.keys()].filter((file) => folder === "*" || folderOf(file) === folder);
  return { path, read: (other) => files.get(other), list: (folder) => inFolder(folder).map(nameOf) };
}

function assertions(body: string[]): Pick<Case, "diagnostics" | "pays" | "shows" | "expectations" | "claims"> {
  return {
    diagnostics: findAll(body, /\/\/ (error|warning|info|hint) ([A-Z]+\d+)(?:: ([^/]*))?/g, ([, severity, code, text], line) => ({
      line,
      severity: severity!,
      code: code!,
      text: (text ?? "").trim(),
    })),
    pays: findAll(body, /\/\/ pays (\w+) = (\S+)/g, ([, scenario, value]) => ({ scenario: scenario!, value: Number(value) })),
    shows: findAll(body, /\/\/ shows (\w+)\.(\w+) = ([^/]+)/g, ([, scenario, member, value]) => ({
      scenario: scenario!,
      member: member!,
      value: JSON.parse(value!) as unknown,
    })),
    claims: findAll(body, /\/\/ (proved|refuted|open)(?:: ([^/]*))?$/g, ([, status, text], line) => ({
      line,
      status: status!,
      text: (text ?? "").trim(),
    })),
    expectations: findAll(body, /\/\/ (passed|failed)/g, ([, status], line) => ({ line, status: status! })),
  };
}

function findAll<T>(body: string[], pattern: RegExp, read: (found: RegExpMatchArray, line: number) => T): T[] {
  return body.flatMap((text, line) => [...text.matchAll(pattern)].map((found) => read(found, line)));
}
