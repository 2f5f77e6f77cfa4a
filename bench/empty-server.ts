// A language server that does nothing: after each change it publishes no diagnostics, at once. What transport alone costs.
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
}));
documents.onDidChangeContent(
  ({ document }) => void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] }),
);
documents.listen(connection);
connection.listen();
