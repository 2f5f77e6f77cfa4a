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
import { type OpenDocument, openDocument } from "../documents.ts";
import type { ServerOptions } from "../protocol.ts";

export interface Session {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  /** Set by `initialize`. */
  options: Required<ServerOptions>;
  /** The client fills in placeholders. Set by `initialize`. */
  snippets: boolean;
  /** Folders of the workspace, as URIs. Set by `initialize`. */
  folders: string[];
  /** The current version of an open document. */
  open(uri: string): OpenDocument | undefined;
}

export function createSession(connection: Connection, documents: TextDocuments<TextDocument>): Session {
  const current = new Map<string, OpenDocument>();
  documents.onDidClose(({ document }) => current.delete(document.uri));
  return {
    connection,
    documents,
    options: { rulePage: "telos-docs:/rules/{rule}.md", hoverLink: "" },
    snippets: false,
    folders: [],
    open(uri) {
      const latest = documents.get(uri);
      if (latest === undefined) return undefined;
      const known = current.get(uri);
      if (known?.version === latest.version) return known;
      const opened = openDocument(uri, latest.version, latest.getText());
      current.set(uri, opened);
      return opened;
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
