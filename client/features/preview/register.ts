// Opens previews, one per reward, and brings them back when the window is reloaded.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { previewCommand, type TermAtParams, type TermAtResult, termAtRequest } from "../../../server/protocol.ts";
import type { PageState } from "../../../webview/protocol.ts";
import { ask, serverUri } from "../../infrastructure/language-client.ts";
import { fillPanel } from "./panel.ts";

const VIEW = "telos.preview";

export function registerPreview(context: vscode.ExtensionContext, client: LanguageClient): vscode.Disposable {
  const open = new Map<vscode.WebviewPanel, { uri: string; reward?: string }>();
  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri, reward: string | undefined) => {
    const entry = { uri: uri.toString(), reward };
    open.set(panel, entry);
    panel.onDidDispose(() => open.delete(panel));
    fillPanel(context, client, panel, { uri, reward }, (name) => {
      entry.reward = name;
    });
  };

  const show = async (given?: vscode.Uri | string, reward?: string) => {
    const uri = typeof given === "string" ? vscode.Uri.parse(given) : (given ?? activeSpec());
    if (!uri) return void vscode.window.showInformationMessage("Open a .reward file to see its preview.");
    const name = reward ?? (await rewardUnderCursor(client, uri));
    const known = [...open].find(
      ([, entry]) => entry.uri === uri.toString() && (name === undefined || entry.reward === name || entry.reward === undefined),
    );
    if (known) return known[0].reveal(undefined, true);
    const title = `Preview ${name ?? uri.path.split("/").at(-1)}`;
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    adopt(vscode.window.createWebviewPanel(VIEW, title, where), uri, name);
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand(previewCommand, show),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      async deserializeWebviewPanel(panel, state: PageState | undefined) {
        if (!state?.uri) return panel.dispose();
        adopt(panel, vscode.Uri.parse(state.uri), state.reward);
      },
    }),
  );
}

function activeSpec(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === "reward" ? document.uri : undefined;
}

/** Where a file has several rewards, the one being written. */
async function rewardUnderCursor(client: LanguageClient, uri: vscode.Uri): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  const found = await ask<TermAtParams, TermAtResult>(client, termAtRequest, { uri: serverUri(client, uri), offset });
  return found?.reward;
}
