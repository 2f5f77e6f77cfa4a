// A Markdown document, rendered where the editor can. It must not know any feature.
import * as vscode from "vscode";

export async function showPage(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  } catch {
    // The Markdown extension is switched off.
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
