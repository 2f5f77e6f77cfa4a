// The `use` declarations of a file: each file found, read and bound, or refused where it is used.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Diagnostic, Fix, Related } from "../diagnostics.ts";
import { nearest } from "../elaborate/suggest.ts";
import { isSerious } from "./broken.ts";
import { findCircle, MOST_FILES } from "./find-circle.ts";
import type { Unreadable } from "./host.ts";
import { folderOf, nameOf, pathProblem, relativePath, resolvePath } from "./path.ts";
import { type Reading, readFile } from "./reading.ts";
import { type UsedFile, useFile } from "./used-file.ts";

export interface Uses {
  /** In source order, each file once. */
  found: { use: ast.Use; used: UsedFile }[];
  /** A file could not be read, so that a name nobody declares may be one of its. */
  isOpen: boolean;
}

type Report = (diagnostic: Diagnostic) => void;

export function readUses({ declarations }: ast.File, reading: Reading | undefined, report: Report): Uses {
  const found: Uses["found"] = [];
  const before = new Map<string, ast.Use>();
  let isOpen = false;
  for (const use of declarations) {
    if (use.kind !== "use") continue;
    const path = reading && resolvePath(reading.path, use.path.value);
    const first = path === undefined ? undefined : before.get(path);
    if (first !== undefined) refuseTwice(use, first, report);
    else {
      const used = readUse(use, reading, report);
      if (used === undefined) isOpen = true;
      else found.push({ use, used });
      if (path !== undefined) before.set(path, use);
    }
  }
  return { found, isOpen };
}

function readUse({ path: written }: ast.Use, reading: Reading | undefined, report: Report): UsedFile | undefined {
  const refuse: Refuse = (code, rule, message, extra) => {
    report({ severity: "error", ...extra, code, rule, start: written.start, end: written.end, message });
    return undefined;
  };
  // An unfinished text has its syntax error.
  if (written.end - written.start < 2) return undefined;
  const problem = pathProblem(written.value);
  if (problem !== undefined) {
    const { message, help, instead } = problem;
    return refuse("F001", "file-path", message, { help, fixes: instead === undefined ? [] : changePath(written, instead, true) });
  }
  if (reading === undefined) {
    return refuse("F002", "files-not-read", `"${written.value}" cannot be read here, so what it declares is not known.`, {
      why: "This text stands alone: it has no place from which a relative path would lead anywhere.",
      help: "Save it to a file, or copy what it needs into it.",
    });
  }
  const path = resolvePath(reading.path, written.value);
  const circle = findCircle(path, reading.path, reading);
  if (circle === "too many") {
    return refuse("F007", "too-many-files", `"${written.value}" leads to more than ${MOST_FILES} files.`, {
      why: "Every file that is used is read, with those that it uses.",
      help: "Put what belongs together into one file.",
    });
  }
  if (circle !== "none") return refuseCircle(circle, reading, refuse);
  const text = readFile(path, reading);
  if (typeof text !== "string") return refuseUnread(written, path, text, reading, refuse);
  const used = useFile(path, text, reading);
  tellErrors(written, used, refuse);
  return used;
}

type Refuse = (
  code: string,
  rule: string,
  message: string,
  extra: Partial<Pick<Diagnostic, "why" | "help" | "fixes" | "related" | "severity">>,
) => undefined;

function refuseTwice({ path, start, end }: ast.Use, { path: first }: ast.Use, report: Report): void {
  report({
    code: "F005",
    rule: "file-used-twice",
    severity: "warning",
    start: path.start,
    end: path.end,
    message: `"${path.value}" is used already.`,
    help: "Remove this line: once is enough.",
    related: [{ start: first.start, end: first.end, message: "used here first" }],
    fixes: [{ title: "Remove this 'use'", safe: true, edits: [{ start, end, text: "" }] }],
    unnecessary: true,
  });
}

function refuseCircle(circle: readonly string[], reading: Reading, refuse: Refuse): undefined {
  const names = [reading.path, ...circle].map((path) => nameOf(path));
  const itself = circle.length === 1;
  return refuse("F006", "circular-use", itself ? "This file uses itself." : `This leads back here: ${names.join(" → ")}.`, {
    why: "Functions and units are put in where they are used, so files cannot need each other.",
    help: itself ? "Remove this line: what the file declares is known in it." : "Move what both need into a file of its own.",
  });
}

function refuseUnread(
  written: ast.TextLiteral,
  path: string,
  answer: Unreadable | undefined,
  reading: Reading,
  refuse: Refuse,
): undefined {
  if (answer !== undefined) {
    return refuse("F003", "unknown-file", `"${written.value}" cannot be read: ${answer.why}`, {
      help: "Mend that, or use another file.",
    });
  }
  const close = nearestFile(written.value, path, reading);
  return refuse("F003", "unknown-file", `There is no file "${written.value}".`, {
    why: `It was looked for at "${relativePath("", path)}".`,
    help: close === undefined ? "The path is relative to the folder of this file." : `Did you mean "${close}"?`,
    fixes: close === undefined ? [] : changePath(written, close, false),
  });
}

/** A file of the folder the path leads to, or of this one's, with a name like it. */
function nearestFile(written: string, path: string, { host, path: from }: Reading): string | undefined {
  const own = folderOf(from);
  for (const folder of new Set([folderOf(path), own])) {
    const paths = (host.list?.(folder) ?? []).map((name) => (folder === "" ? name : `${folder}/${name}`));
    const others = paths.filter((other) => other !== from);
    const close = others.find((other) => nameOf(other) === nameOf(path)) ?? nearest(nameOf(path), others.map(nameOf));
    if (close === undefined) continue;
    const found = others.find((other) => other === close || nameOf(other) === close)!;
    const relative = relativePath(from, found);
    return written.startsWith("./") && !relative.startsWith("../") ? `./${relative}` : relative;
  }
  return undefined;
}

function changePath(written: ast.TextLiteral, path: string, safe: boolean): Fix[] {
  const span: Span = { start: written.start, end: written.end };
  return [{ title: `Change to "${path}"`, safe, edits: [{ ...span, text: `"${path}"` }] }];
}

/** Declarations without errors can be used all the same. */
function tellErrors(written: ast.TextLiteral, used: UsedFile, refuse: Refuse): void {
  const errors = used.errors.filter(isSerious);
  const newer = errors.find(({ code }) => code === "S401");
  const [first] = newer === undefined ? errors : [newer];
  if (first === undefined) return;
  const related: Related[] = [{ file: used.path, start: first.start, end: first.end, message: first.message }];
  if (newer !== undefined) {
    refuse("F004", "broken-file", `"${written.value}" is in another version of the language: ${first.message}`, {
      help: first.help ?? "Write it in this version.",
      related,
    });
    return;
  }
  const count = errors.length === 1 ? "a syntax error" : `${errors.length} syntax errors`;
  refuse("F004", "broken-file", `"${written.value}" has ${count}, the first: ${first.message}`, {
    why: "What stands in a declaration with an error is not used.",
    help: "Open that file and mend it.",
    related,
  });
}
