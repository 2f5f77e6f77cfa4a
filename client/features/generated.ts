// "Show Generated TypeScript / JavaScript / Python": read-only documents that follow the spec they come from. The server prints them.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type GeneratedParams, type GeneratedResult, generatedRequest } from "../../server/protocol.ts";
import { ask, serverUri } from "../infrastructure/language-client.ts";

const SCHEME = "telos-generated";
const EXTENSIONS = { typescript: "ts", javascript: "js", python: "py" } as const;
type Target = keyof typeof EXTENSIONS;
const targets = Object.keys(EXTENSIONS) as Target[];

export function registerGenerated(client: LanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri, token) => print(client, uri, token),
  };
  const refresh = (spec: vscode.Uri) => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SCHEME && specOf(uri).toString() === spec.toString()) changed.fire(uri);
    }
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // After the editor told the server what changed.
      if (document.languageId === "reward") setTimeout(() => refresh(document.uri), 0);
    }),
    vscode.commands.registerCommand("telos.showTypeScript", (uri?: vscode.Uri) => show("typescript", uri)),
    vscode.commands.registerCommand("telos.showJavaScript", (uri?: vscode.Uri) => show("javascript", uri)),
    vscode.commands.registerCommand("telos.showPython", (uri?: vscode.Uri) => show("python", uri)),
  );
}

async function show(target: Target, given?: vscode.Uri) {
  const spec = given ?? vscode.window.activeTextEditor?.document.uri;
  if (!spec?.path.endsWith(".reward") && vscode.window.activeTextEditor?.document.languageId !== "reward") {
    return void vscode.window.showInformationMessage("Open a .reward file to see the code generated from it.");
  }
  if (!spec) return;
  const name = (spec.path.split("/").at(-1) ?? "reward").replace(/\.reward$/, "");
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.${EXTENSIONS[target]}`, query: spec.toString() });
  const document = await vscode.workspace.openTextDocument(uri);
  const typed = document.languageId === target ? document : await vscode.languages.setTextDocumentLanguage(document, target);
  await vscode.window.showTextDocument(typed, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}

const specOf = (uri: vscode.Uri) => vscode.Uri.parse(uri.query);

async function print(client: LanguageClient, uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
  const target = targets.find((each) => uri.path.endsWith(`.${EXTENSIONS[each]}`)) ?? "javascript";
  const spec = specOf(uri);
  // The server knows open documents only.
  await vscode.workspace.openTextDocument(spec);
  const params: GeneratedParams = { uri: serverUri(client, spec), target };
  const result = await ask<GeneratedParams, GeneratedResult>(client, generatedRequest, params, token);
  const comment = target === "python" ? "#" : "//";
  if (!result) return `${comment} The language server did not answer; its log says why.\n`;
  return result.ok ? result.text : `${comment} No code yet: ${result.message}\n`;
}
