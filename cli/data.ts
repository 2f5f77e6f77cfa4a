// Which files a `data` block means on this machine, and which block describes a log.
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { matchGlob } from "../analysis/data/glob.ts";
import type { DataSource, Program } from "../runtime/program.ts";
import { findDataFiles } from "../server/data-files.ts";
import { readBytes } from "./files.ts";

/** The files of a block, relative to the spec's folder; a sentence where there are none. */
export async function collectData(data: DataSource, specPath: string): Promise<{ name: string; bytes: Uint8Array }[] | string> {
  const found = await findDataFiles(data.glob, pathToFileURL(resolve(specPath)).href, []);
  if (typeof found === "string") return found;
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const file of found) {
    const bytes = readBytes(file.path);
    if (typeof bytes === "string") return bytes;
    files.push({ name: file.name, bytes });
  }
  return files;
}

/**
 * The block that maps a log: the one named, the one whose pattern fits the file's name, or the only one there is;
 * none for a file that already has the form of episodes (`steps` on each line).
 */
export function chooseMapping(
  program: Program,
  path: string,
  bytes: Uint8Array,
  name: string | undefined,
): DataSource | undefined | string {
  if (name !== undefined) {
    const named = program.data.find((data) => data.name === name);
    return (
      named ??
      `${program.name} has no data block '${name}'. It has: ${program.data.map((data) => data.name).join(", ") || "none"}.`
    );
  }
  if (looksLikeEpisodes(bytes)) return undefined;
  const fitting = program.data.filter((data) => matchGlob(basename(data.glob), basename(path)));
  if (fitting.length === 1) return fitting[0];
  if (program.data.length === 1) return program.data[0];
  if (program.data.length === 0) return undefined;
  return `${basename(path)} could be mapped by ${program.data.map((data) => `'${data.name}'`).join(" or ")}; say which with --map.`;
}

function looksLikeEpisodes(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  const line = head.slice(0, head.indexOf("\n") === -1 ? undefined : head.indexOf("\n"));
  return /^\s*\{/.test(line) && /"steps"\s*:\s*\[/.test(line);
}
