// One preview panel: keeps the page in step with its spec, and does what the page asks for.
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { type PreviewParams, type PreviewResult, previewRequest } from "../../../server/protocol.ts";
import type { FromPage, ToPage } from "../../../webview/protocol.ts";
import { ask, serverUri } from "../../infrastructure/language-client.ts";
import { pageFolder, pageHtml } from "../../infrastructure/webview-html.ts";
import { followCursor } from "./follow-cursor.ts";
import { insertMember, revealSource } from "./source.ts";
import { createDataWatch } from "./watch-data.ts";

export interface PreviewTarget {
  uri: vscode.Uri;
  /** Absent: the file's first reward; known once the server answered. */
  reward?: string;
}

/** Fills a panel and keeps it alive until it is closed. `named` is told which reward it turned out to show. */
export function fillPanel(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  panel: vscode.WebviewPanel,
  target: PreviewTarget,
  named: (reward: string) => void,
): void {
  const { uri } = target;
  let { reward } = target;
  let shown: Extract<PreviewResult, { ok: true }>["program"] | undefined;
  // Documents count anew when they are reopened; the page must never take a new picture for an old one.
  let version = 0;
  let highlighted: string | null = null;
  let ready = false;
  let asking: vscode.CancellationTokenSource | undefined;
  const file = vscode.workspace.asRelativePath(uri, false).split("/").at(-1) ?? "";
  const post = (message: ToPage) => void panel.webview.postMessage(message);
  const isThis = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();

  /** What it pays may follow from other files. */
  const usesOthers = () => /\buse\s*"/.test(vscode.workspace.textDocuments.find(isThis)?.getText() ?? "");

  const refresh = async () => {
    if (!ready) return;
    asking?.cancel();
    const turn = new vscode.CancellationTokenSource();
    asking = turn;
    // After the editor told the server what changed.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const document = await openQuietly(uri);
    if (turn.token.isCancellationRequested) return;
    if (!document)
      return post({
        type: "broken",
        version: ++version,
        message: `${file} cannot be opened. Was it moved or deleted?`,
      });
    const result = await ask<PreviewParams, PreviewResult>(
      client,
      previewRequest,
      { uri: serverUri(client, uri), reward },
      turn.token,
    );
    if (turn.token.isCancellationRequested || !result) return;
    show(result);
  };

  const show = (result: PreviewResult) => {
    version += 1;
    if (!result.ok) return post({ type: "broken", version, message: result.message, at: result.at });
    const { program, sets } = result;
    shown = program;
    if (reward !== result.reward) named(result.reward);
    reward = result.reward;
    panel.title = `Preview ${reward}`;
    post({ type: "load", version, uri: uri.toString(), file, program, sets });
    post({ type: "highlight", term: highlighted });
    data.follow(uri, program);
  };

  const answer = async (message: FromPage) => {
    switch (message.type) {
      case "ready":
        ready = true;
        return refresh();
      case "reveal":
        return revealSource(uri, message.source, panel.viewColumn);
      case "insert":
        if (shown) await insertMember(uri, shown.source, message.text);
        return;
      case "failed":
        return client.outputChannel.error(`The preview page failed: ${message.message}`);
      default:
        return;
    }
  };

  const data = createDataWatch(refresh);
  const parts = [
    data,
    panel.webview.onDidReceiveMessage((message: FromPage) => void answer(message)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && (isThis(document) || (document.languageId === "reward" && usesOthers()))) void refresh();
    }),
    ...watchSpecs(() => {
      if (usesOthers()) void refresh();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void refresh();
    }),
    followCursor(
      client,
      uri,
      (term) => {
        highlighted = term;
        post({ type: "highlight", term });
      },
      () => reward,
    ),
    new vscode.Disposable(() => asking?.cancel()),
  ];
  panel.onDidDispose(() => {
    for (const part of parts) part.dispose();
  });
  panel.iconPath = {
    light: vscode.Uri.joinPath(context.extensionUri, "media", "reward-light.svg"),
    dark: vscode.Uri.joinPath(context.extensionUri, "media", "reward-dark.svg"),
  };
  panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(context.extensionUri)] };
  panel.webview.html = pageHtml(panel.webview, context.extensionUri);
}

function watchSpecs(changed: () => void): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher("**/*.reward");
  return [watcher, watcher.onDidCreate(changed), watcher.onDidChange(changed), watcher.onDidDelete(changed)];
}

async function openQuietly(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
