// The preview page's HTML for one webview: where its script and style sheet are. It must not know messages.
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { pageFrame } from "./page-frame.ts";

export const pageFolder = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, "dist", "webview");

export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const folder = pageFolder(extension);
  return pageFrame({
    nonce: randomBytes(16).toString("base64url"),
    script: webview.asWebviewUri(vscode.Uri.joinPath(folder, "main.js")).toString(),
    style: webview.asWebviewUri(vscode.Uri.joinPath(folder, "main.css")).toString(),
  });
}
