// Every reward of the workspace: the command that checks them, the setting that keeps them checked, and the task that lists what is
// found. It must not know how they are checked.
import * as vscode from "vscode";
import { type LanguageClient, State, WorkDoneProgress } from "vscode-languageclient/node";
import {
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
  type WatchWorkspaceParams,
  watchWorkspaceNotification,
} from "../../server/protocol.ts";
import { ask } from "../infrastructure/language-client.ts";
import { registerTask } from "./workspace-task.ts";

const SETTING = "telos.check.workspace";

export function registerWorkspace(client: LanguageClient): vscode.Disposable {
  let watching = false;
  const follow = () => {
    const on = vscode.workspace.getConfiguration().get<boolean>(SETTING, false);
    if (client.state !== State.Running) watching = false;
    else if (on !== watching) {
      watching = on;
      void client.sendNotification(watchWorkspaceNotification, { on } satisfies WatchWorkspaceParams);
    }
  };
  return vscode.Disposable.from(
    client.onDidChangeState(follow),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SETTING) && follow()),
    vscode.commands.registerCommand("telos.checkWorkspace", () => checkAndTell(client)),
    registerTask((token) => ask<CheckWorkspaceParams, CheckWorkspaceResult>(client, checkWorkspaceRequest, {}, token)),
  );
}

/** Gives the result to who asks for it by the command; people see a message. */
async function checkAndTell(client: LanguageClient): Promise<CheckWorkspaceResult | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title: "Checking rewards", cancellable: true };
  const result = await vscode.window.withProgress(options, (progress, token) => checkAll(client, progress, token));
  if (result === undefined) void vscode.window.showWarningMessage("The rewards could not be checked; the Telos log says why.");
  else if (result.finished) void tell(result);
  return result;
}

let asked = 0;

async function checkAll(
  client: LanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<CheckWorkspaceResult | undefined> {
  const workDoneToken = `telos-check-${++asked}`;
  let reached = 0;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== "report") return;
    const increment = (value.percentage ?? reached) - reached;
    reached += increment;
    progress.report({ message: value.message, increment });
  });
  try {
    return await ask<CheckWorkspaceParams, CheckWorkspaceResult>(client, checkWorkspaceRequest, { workDoneToken }, token);
  } finally {
    listening.dispose();
  }
}

async function tell({ files, errors, warnings }: CheckWorkspaceResult): Promise<void> {
  if (files === 0) return void vscode.window.showInformationMessage("There is no .reward file in this workspace.");
  const found = [named(errors, "error"), named(warnings, "warning")].filter(Boolean).join(", ") || "no errors, no warnings";
  const answer = await vscode.window.showInformationMessage(`${named(files, "file")} checked: ${found}.`, "Show Problems");
  if (answer !== undefined) await vscode.commands.executeCommand("workbench.actions.view.problems");
}

const named = (count: number, noun: string) => (count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`);
