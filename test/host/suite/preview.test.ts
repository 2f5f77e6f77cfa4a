// Commands that open something beside the file.
import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { closeEditors, eventually, openFile } from "./open-file.ts";

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

suite("beside the file", () => {
  suiteTeardown(closeEditors);

  test("the preview opens to the side, once", async () => {
    await openFile("walk.reward");
    const previews = () => tabs().filter(({ input }) => input instanceof vscode.TabInputWebview);
    await vscode.commands.executeCommand("telos.preview");
    const [preview] = await eventually(previews, (found) => found.length === 1, "no preview opened");
    assert.match(preview.label, /Walk|walk\.reward|Preview/);
    assert.equal(preview.group.viewColumn, vscode.ViewColumn.Two);
    await openFile("walk.reward");
    await vscode.commands.executeCommand("telos.preview");
    assert.equal(previews().length, 1);
  });

  test("the generated TypeScript is shown and reads like the reward", async () => {
    await openFile("walk.reward");
    await vscode.commands.executeCommand("telos.showTypeScript");
    const document = await eventually(
      () => vscode.workspace.textDocuments.find(({ languageId }) => languageId === "typescript"),
      (found) => found !== undefined,
      "no TypeScript was shown",
    );
    assert.match(document?.getText() ?? "", /forward/);
    assert.match(document?.getText() ?? "", /export /);
  });

  test("the preview of a file that is not a reward is refused in words, not by a crash", async () => {
    const document = await vscode.workspace.openTextDocument({ content: "nothing", language: "plaintext" });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("telos.preview");
  });
});
