// The language server on one connection: what it can do, and every handler. With lsp/ the only place that speaks LSP.
import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { registerPull, startPush } from "./lsp/register-diagnostics.ts";
import { refreshDisplay, registerDisplay } from "./lsp/register-display.ts";
import { registerEditing } from "./lsp/register-editing.ts";
import { registerFiles, renamedFiles } from "./lsp/register-files.ts";
import { registerNavigation } from "./lsp/register-navigation.ts";
import { registerPreview } from "./lsp/register-preview.ts";
import { registerReading } from "./lsp/register-reading.ts";
import { registerReference } from "./lsp/register-reference.ts";
import { registerWorkspace } from "./lsp/register-workspace.ts";
import { createSession, type Session } from "./lsp/session.ts";
import { startSettings } from "./lsp/start-settings.ts";
import type { ServerOptions } from "./protocol.ts";
import { tokenModifiers, tokenTypes } from "./requests/provide-semantic-tokens.ts";
import { SETTINGS_NAME } from "./settings-files.ts";

/** Registers everything on `connection` and begins to listen. */
export function connect(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const session = createSession(connection, documents);
  connection.onInitialize((params) => initialize(session, params));
  registerReading(session);
  registerNavigation(session);
  registerEditing(session);
  registerDisplay(session);
  registerFiles(session);
  registerPreview(session);
  registerReference(session);
  const workspace = registerWorkspace(session);
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    session.folders = [...session.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    workspace.foldersChanged();
  });
  documents.listen(connection);
  connection.listen();
}

function initialize(session: Session, params: InitializeParams): InitializeResult {
  const options: ServerOptions = params.initializationOptions ?? {};
  for (const key of ["rulePage", "hoverLink"] as const) {
    if (typeof options[key] === "string") session.options[key] = options[key];
  }
  session.snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  session.snippetEdits = params.capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
  session.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  // A client that pulls would show pushed diagnostics twice.
  const pulls = params.capabilities.textDocument?.diagnostic !== undefined;
  session.pulls = pulls;
  const { workspace } = params.capabilities;
  if (pulls) registerPull(session, { diagnostics: workspace?.diagnostics?.refreshSupport === true });
  else startPush(session);
  refreshDisplay(session, workspace);
  const lookAtSettings = startSettings(session);
  session.connection.onInitialized(() => {
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) watchFiles(session);
    lookAtSettings(session.folders);
  });
  return { capabilities: capabilities({ pulls }), serverInfo: { name: "telos" } };
}

/** Used files and settings may change on disk while nobody has them open. */
function watchFiles({ connection }: Session): void {
  const watchers = [{ globPattern: "**/*.reward" }, { globPattern: `**/${SETTINGS_NAME}` }];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
}

function capabilities({ pulls }: { pulls: boolean }): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [".", "[", "(", "@", '"', ":"] },
    signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [":"] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.telos`] },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: renamedFiles } },
    },
    ...(pulls ? { diagnosticProvider: { identifier: "telos", interFileDependencies: true, workspaceDiagnostics: false } } : {}),
  };
}
