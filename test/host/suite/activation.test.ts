// The extension wakes up for a .reward file and offers what package.json promises.
import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { closeEditors, eventually, extensionId, openFile } from "./open-file.ts";

suite("activation", () => {
  suiteTeardown(closeEditors);

  test("a .reward file has the language and wakes the extension", async function () {
    const opened = performance.now();
    const { document } = await openFile("walk.reward");
    assert.equal(document.languageId, "reward");
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    await eventually(
      () => extension.isActive,
      (active) => active,
      "the extension did not become active",
    );
    // A figure to read in the report, not a bound: machines differ.
    if (this.test) this.test.title += `, active ${Math.round(performance.now() - opened)} ms after opening it`;
  });

  test("every declared command is registered", async () => {
    const declared: { command: string }[] = vscode.extensions.getExtension(extensionId)?.packageJSON.contributes.commands;
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !registered.includes(command)),
      [],
    );
  });
});
