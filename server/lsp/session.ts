// What every handler shares: the connection, the open documents, the client's wishes, and the one catch per request.
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { folderOf } from "../../compiler/files/path.ts";
import { type OpenDocument, openDocument } from "../documents.ts";
import type { ServerOptions } from "../protocol.ts";
import { forgetSettings, isSettingsPath } from "../settings-files.ts";
import { forgetSpecFile } from "../spec-files.ts";
import { hostOf, pathOf, uriOf } from "./spec-host.ts";

export interface Session {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  /** Set by `initialize`. */
  options: Required<ServerOptions>;
  /** The client fills in placeholders. Set by `initialize`. */
  snippets: boolean;
  /** The client does so in edits of the workspace too. Set by `initialize`. */
  snippetEdits: boolean;
  /** The client asks for diagnostics instead of being sent them. Set by `initialize`. */
  pulls: boolean;
  /** Folders of the workspace, as URIs. Set by `initialize`. */
  folders: string[];
  /** The current version of an open document. */
  open(uri: string): OpenDocument | undefined;
  /** The file at `path`, as it stands in the editor or on disk. */
  openPath(path: string): OpenDocument | undefined;
  /** Calls `changed` with the path of each file that changes, in the editor or, as far as the client tells, on disk. */
  onFileChange(changed: (path: string) => void): void;
  /** Open documents that use the file at `path`, directly or not, or lie below it where it holds settings. */
  usersOf(path: string): string[];
}

export function createSession(connection: Connection, documents: TextDocuments<TextDocument>): Session {
  const current = new Map<string, OpenDocument>();
  documents.onDidClose(({ document }) => current.delete(document.uri));
  const listeners: ((path: string) => void)[] = [];
  const tell = (uri: string) => {
    const path = pathOf(uri);
    for (const listener of path === "" ? [] : listeners) listener(path);
  };
  documents.onDidChangeContent(({ document }) => tell(document.uri));
  documents.onDidClose(({ document }) => tell(document.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      forgetSpecFile(pathOf(uri));
      forgetSettings(pathOf(uri));
      tell(uri);
    }
  });
  return {
    connection,
    documents,
    options: { rulePage: "telos-reference:/rule/{rule}.md", hoverLink: "" },
    snippets: false,
    snippetEdits: false,
    pulls: false,
    folders: [],
    open(uri) {
      const latest = documents.get(uri);
      if (latest === undefined) return undefined;
      const known = current.get(uri);
      const isSame = known?.version === latest.version;
      if (isSame && known.isCurrent()) return known;
      const revision = isSame ? known.revision + 1 : 0;
      const opened = openDocument(uri, latest.version, latest.getText(), hostOf(uri, this), revision);
      current.set(uri, opened);
      return opened;
    },
    openPath(path) {
      const uri = uriOf(path, documents);
      const open = this.open(uri);
      if (open !== undefined) return open;
      const host = hostOf(uri, this);
      const text = host?.read(path);
      return typeof text === "string" ? openDocument(uri, 0, text, host) : undefined;
    },
    onFileChange: (changed) => void listeners.push(changed),
    usersOf(path) {
      if (isSettingsPath(path)) return documents.keys().filter((uri) => pathOf(uri).startsWith(`${folderOf(path)}/`));
      return [...current.values()].filter(({ compilation }) => compilation.read.has(path)).map(({ uri }) => uri);
    },
  };
}

type About = { textDocument: { uri: string } };

/**
 * A handler about one document: `give` answers from its current version, `otherwise` is the answer for a document that is
 * not open or where answering failed. A failure is logged and ends there; a refusal (ResponseError) goes to the client.
 */
export function about<P extends About, R>(
  session: Session,
  otherwise: R,
  give: (document: OpenDocument, positions: TextDocument, params: P) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return guarded(session, otherwise, async (params: P) => {
    const document = session.open(params.textDocument.uri);
    const positions = session.documents.get(params.textDocument.uri);
    return document && positions ? give(document, positions, params) : otherwise;
  });
}

/** One catch per request: a crash is logged and answered with `otherwise`. */
export function guarded<P, R>(
  session: Session,
  otherwise: R,
  give: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    try {
      return await give(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      logFailure(session, error);
      return otherwise;
    }
  };
}

export function logFailure(session: Session, error: unknown): void {
  session.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

export function refused(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** Address of the page of a rule of hackable patterns; other codes have none. */
export function rulePage(session: Session, { code, rule }: Pick<Diagnostic, "code" | "rule">): string | undefined {
  return code.startsWith("RH") ? filled(session.options.rulePage, rule) : undefined;
}

export function hoverLink(session: Session, { code, rule }: Pick<Diagnostic, "code" | "rule">): string | undefined {
  return code.startsWith("RH") ? filled(session.options.hoverLink, rule) : undefined;
}

export function filled(template: string, rule: string): string | undefined {
  return template === "" ? undefined : template.replaceAll("{rule}", encodeURIComponent(rule));
}
