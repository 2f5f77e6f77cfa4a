// Log files that a `data` block names, found below the spec's folder or a folder of the workspace. It must not know formats.
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { globProblem, matchGlob } from "../analysis/data/glob.ts";

export interface FoundFile {
  path: string;
  /** Relative to the folder it was found below, with forward slashes. */
  name: string;
  bytes: number;
  changed: number;
}

const MOST_ENTRIES = 20_000;

/** Files that match `pattern`, below the spec's own folder, or else below the workspace; a sentence where there are none. */
export async function findDataFiles(pattern: string, uri: string, folders: readonly string[]): Promise<FoundFile[] | string> {
  const problem = globProblem(pattern);
  if (problem !== undefined) return problem;
  const own = uri.startsWith("file:") ? [dirname(fileURLToPath(uri))] : [];
  const roots = [...own, ...folders.filter((folder) => folder.startsWith("file:")).map((folder) => fileURLToPath(folder))];
  if (roots.length === 0) return `"${pattern}" cannot be read: the spec is not a file on this machine.`;
  for (const root of roots) {
    const files = await filesBelow(root, pattern);
    if (files.length > 0) return files;
  }
  return `No file matches "${pattern}". Paths are relative to the spec's folder, or else to the workspace folder.`;
}

async function filesBelow(root: string, pattern: string): Promise<FoundFile[]> {
  const fixed = pattern.split("/").slice(0, -1);
  const wild = fixed.findIndex((segment) => /[*?]/.test(segment));
  const start = join(root, ...(wild < 0 ? fixed : fixed.slice(0, wild)));
  const found: FoundFile[] = [];
  const waiting = [start];
  for (let seen = 0; waiting.length > 0 && seen < MOST_ENTRIES; ) {
    const folder = waiting.shift()!;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    seen += entries.length + 1;
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const name = relative(root, path).split(sep).join("/");
      if (entry.isDirectory() && wild >= 0 && entry.name !== "node_modules" && !entry.name.startsWith(".")) waiting.push(path);
      else if (matchGlob(pattern, name)) found.push(...(await fileAt(root, path, name)));
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A link that leads out of the folder is not followed. */
async function fileAt(root: string, path: string, name: string): Promise<FoundFile[]> {
  try {
    const [real, realRoot] = await Promise.all([realpath(path), realpath(root)]);
    if (relative(realRoot, real).startsWith("..")) return [];
    const { size, mtimeMs, isFile } = await stat(path).then((s) => ({ size: s.size, mtimeMs: s.mtimeMs, isFile: s.isFile() }));
    return isFile ? [{ path, name, bytes: size, changed: mtimeMs }] : [];
  } catch {
    return [];
  }
}
