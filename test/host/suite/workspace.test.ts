// Every reward of the workspace: checked on request, by a task and by a setting, without being opened.
import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { closeEditors, eventually } from "./open-file.ts";

const SETTING = "check.workspace";
const settings = () => vscode.workspace.getConfiguration("telos");

function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "the tests need a workspace");
  return vscode.Uri.joinPath(folder.uri, name);
}

const codes = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === "object" ? code.value : code));

suite("workspace", () => {
  const added = inWorkspace("added.reward");
  const write = (text: string) => vscode.workspace.fs.writeFile(added, new TextEncoder().encode(text));
  const broken = "reward Added {\n  signal a : bool from verifier\n  objective x = b\n}\n";

  suiteTeardown(async () => {
    await settings().update(SETTING, undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(added).then(undefined, () => {});
    await closeEditors();
  });

  test("the command finds what is wrong in a file that nobody has open, and it goes when the file is mended", async () => {
    await closeEditors();
    await write(broken);
    const result = await vscode.commands.executeCommand<{ files: number; errors: number; finished: boolean }>(
      "telos.checkWorkspace",
    );
    assert.equal(result.finished, true);
    assert.ok(result.files >= 4 && result.errors >= 1, JSON.stringify(result));
    await eventually(
      () => codes(added),
      (found) => found.includes("N001"),
      "no problem of the closed file appeared",
    );
    await write(broken.replace("= b", "= a"));
    await eventually(
      () => codes(added),
      (found) => !found.includes("N001"),
      "the problem stayed",
    );
  });

  test("the setting keeps files checked that come later, and lets go what it found", async () => {
    await vscode.workspace.fs.delete(added);
    await settings().update(SETTING, true, vscode.ConfigurationTarget.Global);
    await write(broken);
    await eventually(
      () => codes(added),
      (found) => found.includes("N001"),
      "the new file was not checked",
    );
    await settings().update(SETTING, false, vscode.ConfigurationTarget.Global);
    await eventually(
      () => codes(added),
      (found) => found.length === 0,
      "the problems stayed",
    );
  });

  test("the task is offered, runs, and ends", async () => {
    await write(broken);
    const [task] = await vscode.tasks.fetchTasks({ type: "telos" });
    assert.ok(task, "there is no task");
    assert.equal(task.name, "check workspace");
    let code: number | undefined;
    const ended = new Promise<void>((resolve) => {
      const listening = vscode.Disposable.from(
        vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.definition.type === "telos") code = exitCode;
        }),
        vscode.tasks.onDidEndTask(({ execution }) => {
          if (execution.task.definition.type !== "telos") return;
          listening.dispose();
          resolve();
        }),
      );
    });
    await vscode.tasks.executeTask(task);
    await ended;
    // Not every version tells the code of a task without a process of its own.
    assert.ok(code === undefined || code === 1, `the task ended with ${code}`);
  });
});
