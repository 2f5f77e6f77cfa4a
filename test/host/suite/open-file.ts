// How the suites open files of the workspace and wait for what the extension does in its own time.
import assert from "node:assert/strict";
import * as vscode from "vscode";

export const extensionId = "telos.telos";

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "the tests need a workspace");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document);
}

/** Puts the file back as it lies on the disk, so that suites do not see each other's edits. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** What `read` gives as soon as `holds` accepts it. Fails with the last value when that takes too long. */
export async function eventually<T>(read: () => T | Thenable<T>, holds: (value: T) => boolean, what: string): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) assert.fail(`${what}; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where the first occurrence of `words` begins. */
export function positionOf({ document }: vscode.TextEditor, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, `${words} is not in ${document.fileName}`);
  return document.positionAt(offset);
}
