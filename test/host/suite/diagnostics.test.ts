// Findings arrive while one types, and leave when their cause does.
import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { closeEditors, eventually, openFile, positionOf } from "./open-file.ts";

const codes = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === "object" ? code.value : code));

suite("diagnostics", () => {
  suiteTeardown(closeEditors);

  test("a hackable pattern is found where it is written", async () => {
    const editor = await openFile("answers.reward");
    const [finding] = await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (all) => all.length > 0,
      "no diagnostic appeared",
    );
    assert.match(finding.message, /score/);
    assert.match(codes(editor.document.uri).join(" "), /RH101|unbounded-learned-reward/);
    assert.equal(finding.range.start.line, positionOf(editor, "objective liked").line);
  });

  test("a finding goes when its cause does, and comes back with it", async () => {
    const editor = await openFile("answers.reward");
    const start = positionOf(editor, "= score").translate(0, 2);
    const range = new vscode.Range(start, start.translate(0, "score".length));
    await editor.edit((edit) => edit.replace(range, "sigmoid(score)"));
    await eventually(
      () => codes(editor.document.uri),
      (all) => all.length === 0,
      "the finding stayed",
    );
    await vscode.commands.executeCommand("undo");
    await eventually(
      () => codes(editor.document.uri),
      (all) => all.length > 0,
      "the finding did not come back",
    );
  });

  test("a half-typed file has a syntax error and keeps its lenses", async () => {
    const editor = await openFile("walk.reward");
    const end = positionOf(editor, "\n  penalty");
    await editor.edit((edit) => edit.insert(end, "\n  objective"));
    await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (all) => all.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
      "no error appeared",
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      editor.document.uri,
      10,
    );
    assert.ok(lenses.length > 0);
    await vscode.commands.executeCommand("undo");
    await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (all) => all.length === 0,
      "the error stayed",
    );
  });
});
