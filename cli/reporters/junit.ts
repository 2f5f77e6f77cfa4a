// `--format junit`: one suite per file, for CI that shows test results. A finding is a failed case, an accepted one a skipped case, a
// reward without findings a passed one.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { regionAt, shortPath } from "./places.ts";
import type { CheckedFile, Reporter } from "./reporter.ts";

export const reportJunit: Reporter = (files) => {
  const suites = files.map(suiteOf);
  const sum = (count: "tests" | "failures" | "skipped") => suites.reduce((total, suite) => total + suite[count], 0);
  const counts = `tests="${sum("tests")}" failures="${sum("failures")}" errors="0" skipped="${sum("skipped")}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="telos check" ${counts}>\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
};

function suiteOf(file: CheckedFile) {
  const path = shortPath(file.path);
  const loud = file.diagnostics.filter(({ severity }) => severity === "error" || severity === "warning");
  const quiet = file.diagnostics.filter((diagnostic) => !loud.includes(diagnostic));
  const cases = [
    ...loud.map((found) => caseOf(path, nameOf(file, found), failure(file, found))),
    ...quiet.map((found) => caseOf(path, nameOf(file, found), `<system-out>${text(bodyOf(file, found))}</system-out>`)),
    ...file.accepted.map(({ diagnostic, reason }) =>
      caseOf(path, nameOf(file, diagnostic), `<skipped message="${attribute(`accepted: ${reason}`)}"/>`),
    ),
    ...clean(file, loud).map((name) => caseOf(path, name)),
  ];
  const [tests, failures, skipped] = [cases.length, loud.length, file.accepted.length];
  const head = `name="${attribute(path)}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`;
  return { tests, failures, skipped, xml: `  <testsuite ${head}>\n${cases.join("")}  </testsuite>\n` };
}

/** What passed: the rewards in which nothing was found; the file itself where it has none. */
function clean({ compilation: { model }, path }: CheckedFile, loud: readonly Diagnostic[]): string[] {
  if (model.rewards.length === 0) return loud.length === 0 ? [shortPath(path)] : [];
  return model.rewards
    .filter(({ ast }) => !loud.some(({ start, end }) => ast.start <= start && end <= ast.end))
    .map(({ definition }) => definition.name);
}

function caseOf(path: string, name: string, inside?: string): string {
  const head = `    <testcase classname="${attribute(path)}" name="${attribute(name)}" file="${attribute(path)}" time="0"`;
  return inside === undefined ? `${head}/>\n` : `${head}>\n      ${inside}\n    </testcase>\n`;
}

function nameOf(file: CheckedFile, { code, rule, start, end }: Diagnostic): string {
  const { startLine, startColumn } = regionAt(file.starts, { start, end });
  return `${code} ${rule} (${startLine}:${startColumn})`;
}

function failure(file: CheckedFile, found: Diagnostic): string {
  const head = `type="${attribute(found.severity)}" message="${attribute(found.message)}"`;
  return `<failure ${head}>${text(bodyOf(file, found))}</failure>`;
}

function bodyOf(file: CheckedFile, { message, why, help, witness, ...span }: Diagnostic): string {
  const { startLine, startColumn } = regionAt(file.starts, span);
  return [
    `${shortPath(file.path)}:${startLine}:${startColumn}`,
    message,
    why && `Why: ${why}`,
    help && `Do: ${help}`,
    witness && `Seen: ${witness.explanation}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** All that XML 1.0 can hold; other control characters and lone surrogates it cannot. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const valid = (value: string): string => value.replace(UNWRITABLE, "\ufffd");

const text = (value: string): string => valid(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const attribute = (value: string): string =>
  text(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\r", "&#13;").replaceAll("\t", "&#9;");
