// Several specs at once: in memory, or in a folder on disk that a server in this process works in.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Host } from "../../compiler/files/host.ts";
import { type OpenDocument, openDocument } from "../../server/documents.ts";
import { type Client, startClient } from "./client.ts";

/** Documents that find each other by their names; `‸` in one of them is the cursor. */
export function opened(files: Record<string, string>): { documents: Record<string, OpenDocument>; offset: number } {
  let offset = -1;
  const texts = Object.entries(files).map(([name, text]) => {
    if (text.includes("‸")) offset = text.indexOf("‸");
    return [`/spec/${name}`, text.replace("‸", "")] as const;
  });
  const known = new Map<string, string>(texts);
  const host = (path: string): Host => ({ path, read: (other) => known.get(other) });
  const documents = texts.map(([path, text]) => [path.slice(6), openDocument(`file://${path}`, 1, text, host(path))]);
  return { documents: Object.fromEntries(documents), offset };
}

export interface Workspace {
  client: Client;
  uri(name: string): string;
  path(name: string): string;
  write(name: string, text: string): void;
  /** Opens a file in the editor, as it is or with another text. */
  open(name: string, text: string, version?: number): void;
  change(name: string, text: string, version: number): void;
  ask<R>(method: string, name: string, params: object): Promise<R>;
  close(): Promise<void>;
}

export async function startWorkspace(files: Record<string, string>, capabilities = {}): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), "telos-workspace-"));
  const path = (name: string) => join(folder, name);
  const uri = (name: string) => pathToFileURL(path(name)).href;
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const client = startClient();
  await client.initialise(capabilities, { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "spec" }] });
  const send = (method: string, params: object) => void client.rpc.sendNotification(method, params);
  return {
    client,
    uri,
    path,
    write,
    open: (name, text, version = 1) =>
      send("textDocument/didOpen", { textDocument: { uri: uri(name), languageId: "reward", version, text } }),
    change: (name, text, version) =>
      send("textDocument/didChange", { textDocument: { uri: uri(name), version }, contentChanges: [{ text }] }),
    ask: (method, name, params) => client.rpc.sendRequest(method, { textDocument: { uri: uri(name) }, ...params }),
    async close() {
      await client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
