// Where something stands, as reports for other programs say it: lines and columns from 1, paths relative to where the command runs.
import { isAbsolute, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { lineStarts, positionAt } from "../../grammar/positions.ts";
import type { Span } from "../../grammar/span.ts";
import type { CheckedFile } from "./reporter.ts";

export interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

export function regionAt(starts: readonly number[], { start, end }: Span): Region {
  const [from, to] = [positionAt(starts, start), positionAt(starts, end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/** Lines of the file itself, or of one that it uses. */
export function startsOf(file: CheckedFile, path: string | undefined): readonly number[] {
  return path === undefined ? file.starts : lineStarts(file.compilation.files.get(path)?.text ?? "");
}

/** With forward slashes; relative where it lies below the folder the command runs in. */
export function shortPath(path: string): string {
  const inside = isAbsolute(path) ? relative(process.cwd(), path) : path;
  const shown = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
  return shown.replaceAll("\\", "/").replace(/^\.\//, "");
}

/** The same as a URI reference. */
export function uriOf(path: string): string {
  const short = shortPath(path);
  return isAbsolute(short) ? pathToFileURL(short).href : short.split("/").map(encodeURIComponent).join("/");
}
