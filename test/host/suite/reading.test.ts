// What one reads in the editor: hovers, lenses, an outline, quick fixes, formatted text.
import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { closeEditors, eventually, openFile, positionOf } from "./open-file.ts";

suite("reading", () => {
  suiteTeardown(closeEditors);

  test("the hover of a signal says its type and where it comes from", async () => {
    const editor = await openFile("answers.reward");
    const at = positionOf(editor, "tokens, 1000");
    const text = await eventually(
      () => hoverText(editor.document.uri, at),
      (found) => found !== "",
      "no hover",
    );
    assert.match(text, /tokens/);
    assert.match(text, /0\.\.4096/);
  });

  test("the hover of an operator explains it", async () => {
    const editor = await openFile("answers.reward");
    assert.match(await hoverText(editor.document.uri, positionOf(editor, "ramp(")), /ramp/);
  });

  test("lenses lead to the preview and tell what scenarios pay", async () => {
    const editor = await openFile("answers.reward");
    const lenses = await eventually(
      () => vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", editor.document.uri, 10),
      (found) => found.length > 1,
      "no lenses",
    );
    const titles = lenses.map(({ command }) => command?.title ?? "");
    assert.match(titles.join("\n"), /Simulate/);
    assert.match(titles.join("\n"), /brief\s+2\b/);
    assert.match(titles.join("\n"), /✓ 1 expectation/);
    assert.ok(lenses.every(({ command }) => command?.command === "telos.preview"));
  });

  test("the outline names the reward and its terms", async () => {
    const editor = await openFile("walk.reward");
    const [reward] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      editor.document.uri,
    );
    assert.equal(reward.name, "Walk");
    const names = JSON.stringify(reward.children.map(({ name }) => name));
    assert.match(names, /forward/);
    assert.match(names, /tiring/);
  });

  test("a finding has a fix that removes it", async () => {
    const editor = await openFile("answers.reward");
    const [finding] = await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (all) => all.length > 0,
      "no diagnostic appeared",
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      editor.document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => /sigmoid/.test(title));
    assert.ok(fix?.edit, `fixes: ${actions.map(({ title }) => title).join(", ")}`);
    await vscode.workspace.applyEdit(fix.edit);
    await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri).length,
      (count) => count === 0,
      "the finding stayed",
    );
    await vscode.commands.executeCommand("undo");
  });

  test("formatting keeps a well-written file as it is and straightens a crooked one", async () => {
    const editor = await openFile("walk.reward");
    const format = () =>
      vscode.commands.executeCommand<vscode.TextEdit[] | undefined>("vscode.executeFormatDocumentProvider", editor.document.uri, {
        tabSize: 2,
        insertSpaces: true,
      });
    assert.deepEqual((await format()) ?? [], []);
    const at = positionOf(editor, "objective forward");
    await editor.edit((edit) => edit.insert(at, "      "));
    assert.ok(((await format()) ?? []).length > 0);
    await vscode.commands.executeCommand("undo");
  });
});

async function hoverText(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, at);
  return hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value))).join("\n");
}
