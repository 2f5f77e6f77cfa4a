// Where documents lie, and how the compiler reads others from there: what is open in the editor first, then the disk.
import { isAbsolute } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Read } from "../../compiler/files/host.ts";
import { folderOf, nameOf } from "../../compiler/files/path.ts";
import type { SpecHost } from "../documents.ts";
import { settingsFor } from "../settings-files.ts";
import { listSpecFiles, readSpecFile, specsBelow } from "../spec-files.ts";
import type { Session } from "./session.ts";

/** The path of a document with forward slashes; "" for one that lies nowhere, so that nothing is relative to it. */
export function pathOf(uri: string): string {
  const known = paths.get(uri);
  if (known !== undefined) return known;
  const path = findPath(uri);
  if (paths.size > 5000) paths.clear();
  paths.set(uri, path);
  return path;
}

const paths = new Map<string, string>();

function findPath(uri: string): string {
  try {
    if (uri.startsWith("file:")) return fileURLToPath(uri).replaceAll("\\", "/");
    // A folder of another scheme: its documents find each other where they are open.
    return /^[a-z][\w+.-]*:\/\/?[^/]*\/./i.test(uri) ? decodeURIComponent(uri) : "";
  } catch {
    return "";
  }
}

/** The address of the file at `path`, as the editor calls it where it is open. */
export function uriOf(path: string, documents: Pick<TextDocuments<TextDocument>, "keys">): string {
  return openUri(path, documents) ?? (isAbsolute(path) ? pathToFileURL(path).href : encodeURI(path));
}

function openUri(path: string, documents: Pick<TextDocuments<TextDocument>, "keys">): string | undefined {
  return documents.keys().find((uri) => pathOf(uri) === path);
}

/** How the document at `uri` reads others; undefined where it lies nowhere. */
export function hostOf(uri: string, { documents, folders }: Pick<Session, "documents" | "folders">): SpecHost | undefined {
  const path = pathOf(uri);
  if (path === "") return undefined;
  const read = (other: string): Read => {
    const open = openUri(other, documents);
    if (open !== undefined) return documents.get(open)?.getText();
    return isAbsolute(other) ? readSpecFile(other) : undefined;
  };
  const list = (folder: string): string[] => {
    const open = documents.keys().map(pathOf);
    const names = open.filter((other) => folderOf(other) === folder && other.endsWith(".reward")).map(nameOf);
    return [...new Set([...names, ...(isAbsolute(folder) ? listSpecFiles(folder) : [])])];
  };
  const near = (): string[] => {
    const above = folders.map(pathOf).filter((root) => root !== "" && path.startsWith(`${root}/`));
    const top = above.reduce((shortest, root) => (root.length < shortest.length ? root : shortest), folderOf(path));
    return [...new Set([...specsBelow(folderOf(path)), ...specsBelow(top)])];
  };
  return { path, read, list, near, settings: () => settingsFor(path) };
}
