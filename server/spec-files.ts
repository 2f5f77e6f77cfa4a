// Spec files on this machine, as compilations read them: only `.reward` files, each kept until it changes on disk. It must not know
// LSP or what is open in an editor.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import type { Host, Read } from "../compiler/files/host.ts";

const ending = ".reward";
const LARGEST_SPEC = 8 * 1024 * 1024;
const MOST_KEPT = 2000;

const kept = new Map<string, { changed: number; size: number; read: Read }>();

/** The text of a spec; undefined where there is none. */
export function readSpecFile(path: string): Read {
  if (!path.endsWith(ending)) return { why: `only ${ending} files are read.` };
  try {
    const status = statSync(path);
    if (!status.isFile()) return { why: "it is not a file." };
    const { mtimeMs: changed, size } = status;
    const known = kept.get(path);
    if (known?.changed === changed && known.size === size) return known.read;
    const read = readText(path, size);
    kept.delete(path);
    kept.set(path, { changed, size, read });
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return read;
  } catch (error) {
    return unread(error as NodeJS.ErrnoException);
  }
}

function readText(path: string, size: number): Read {
  if (size > LARGEST_SPEC) return { why: `it has ${size} bytes, and no spec larger than ${LARGEST_SPEC} is read.` };
  const bytes = readFileSync(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { why: "it is not a text in UTF-8." };
  }
}

function unread(error: NodeJS.ErrnoException): Read {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  if (error.code === "EACCES" || error.code === "EPERM") return { why: "this user may not read it." };
  return { why: `${error.code ?? error.message}.` };
}

/** Forgets what was read, however old it looks. */
export function forgetSpecFile(path: string): void {
  kept.delete(path);
}

/** Names of the specs in a folder; "" is the one the process runs in. */
export function listSpecFiles(folder: string): string[] {
  try {
    return readdirSync(folder || ".").filter((name) => name.endsWith(ending));
  } catch {
    return [];
  }
}

/** The files of this machine as they are on disk, for the file at `path`, which has forward slashes. */
export function diskHost(path: string): Host {
  return { path, read: readSpecFile, list: listSpecFiles };
}

const MOST_NEAR = 300;
const MOST_FOLDERS = 500;

/** Paths of the specs below a folder, those not deep in it first. */
export function specsBelow(folder: string): string[] {
  const found: string[] = [];
  const waiting = isAbsolute(folder) ? [folder] : [];
  for (const path of waiting) {
    for (const entry of entriesOf(path)) {
      if (entry.isFile() && entry.name.endsWith(ending)) found.push(`${path}/${entry.name}`);
      const isOpen = entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules";
      if (isOpen && waiting.length < MOST_FOLDERS) waiting.push(`${path}/${entry.name}`);
    }
    if (found.length >= MOST_NEAR) break;
  }
  return found.slice(0, MOST_NEAR);
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
