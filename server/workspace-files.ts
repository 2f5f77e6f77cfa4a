// Spec files of the workspace's folders: read when asked, kept until they change on disk. It must not know LSP requests.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Host } from "../compiler/files/host.ts";
import { type OpenDocument, openDocument } from "./documents.ts";

export interface WorkspaceDocument {
  document: OpenDocument;
  positions: TextDocument;
}

const MOST_FILES = 2000;
const MOST_BYTES = 1 << 20;
const MOST_BYTES_IN_ALL = 20 << 20;
const MOST_DEPTH = 12;
const skipped = new Set(["node_modules", "dist", "out", "build", "target", "venv", "__pycache__"]);

const kept = new Map<string, WorkspaceDocument & { changed: number }>();

/** Every `.reward` file below `folders` (URIs); an open one as it stands in the editor. Folders that are no files are left out. */
export async function workspaceDocuments(
  folders: readonly string[],
  open: (uri: string) => OpenDocument | undefined,
  hostOf: (uri: string) => Host | undefined,
): Promise<WorkspaceDocument[]> {
  const paths = await pathsBelow(folders);
  const documents = await Promise.all(paths.map((path) => read(path, open, hostOf)));
  let bytes = 0;
  return documents.filter((found): found is WorkspaceDocument => {
    bytes += found?.document.text.length ?? 0;
    return found !== undefined && bytes <= MOST_BYTES_IN_ALL;
  });
}

/** Where they lie, with forward slashes. */
export async function specPaths(folders: readonly string[]): Promise<string[]> {
  return [...new Set((await pathsBelow(folders)).map((path) => path.replaceAll("\\", "/")))];
}

async function pathsBelow(folders: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const folder of folders) if (folder.startsWith("file:")) await collect(fileURLToPath(folder), 0, paths);
  return paths;
}

async function collect(folder: string, depth: number, paths: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (paths.length >= MOST_FILES) return;
    if (entry.isFile() && entry.name.endsWith(".reward")) paths.push(join(folder, entry.name));
    else if (entry.isDirectory() && depth < MOST_DEPTH && !entry.name.startsWith(".") && !skipped.has(entry.name)) {
      await collect(join(folder, entry.name), depth + 1, paths);
    }
  }
}

async function read(
  path: string,
  open: (uri: string) => OpenDocument | undefined,
  hostOf: (uri: string) => Host | undefined,
): Promise<WorkspaceDocument | undefined> {
  const uri = pathToFileURL(path).href;
  const opened = open(uri);
  if (opened !== undefined)
    return { document: opened, positions: TextDocument.create(opened.uri, "reward", opened.version, opened.text) };
  try {
    const { mtimeMs, size } = await stat(path);
    const known = kept.get(path);
    if (known?.changed === mtimeMs && known.document.isCurrent()) return known;
    if (size > MOST_BYTES) return undefined;
    const text = await readFile(path, "utf8");
    const fresh = {
      document: openDocument(uri, 0, text, hostOf(uri)),
      positions: TextDocument.create(uri, "reward", 0, text),
      changed: mtimeMs,
    };
    kept.set(path, fresh);
    return fresh;
  } catch {
    return undefined;
  }
}
