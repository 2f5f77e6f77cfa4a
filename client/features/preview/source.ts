// Between a preview and the text it was made from: offsets, selections, insertions. It must not know the server.
import * as vscode from "vscode";
import type { FromPage } from "../../../webview/protocol.ts";

/** Half-open offsets into the spec. */
export type Source = Extract<FromPage, { type: "reveal" }>["source"];

const LATE_FOCUS_MS = 150;

const rangeOf = (document: vscode.TextDocument, [start, end]: Source) =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

/** Selects a stretch of the spec in its editor, opening one beside the preview where there is none. */
export async function revealSource(uri: vscode.Uri, source: Source, preview: vscode.ViewColumn | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const column = open?.viewColumn ?? (preview === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
  const range = rangeOf(document, source);
  const show = () => vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: false });
  const editor = await show();
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  // The click that asked for it focuses the preview, and on a busy machine only after this.
  await new Promise((resolve) => setTimeout(resolve, LATE_FOCUS_MS));
  if (vscode.window.activeTextEditor !== editor) await show();
}

/** Writes members before the closing brace of a reward, one indentation deep. */
export async function insertMember(uri: vscode.Uri, reward: Source, text: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const brace = document.getText().lastIndexOf("}", reward[1]);
  if (brace < reward[0]) return false;
  const line = document.lineAt(document.positionAt(brace));
  const alone = line.text.trim() === "}";
  const lines = text.split("\n").map((member) => `  ${member}\n`);
  const edit = new vscode.WorkspaceEdit();
  if (alone) edit.insert(uri, line.range.start, `\n${lines.join("")}`);
  else edit.insert(uri, document.positionAt(brace), `\n${lines.join("")}`);
  return vscode.workspace.applyEdit(edit);
}
