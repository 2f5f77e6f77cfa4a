// The task "telos: check workspace": what is found, line by line in a terminal, for the problem matcher and for tasks that depend on it.
// It must not know who checks.
import * as vscode from "vscode";
import type { CheckWorkspaceResult } from "../../server/protocol.ts";

const TYPE = "telos";

type Check = (token: vscode.CancellationToken) => Promise<CheckWorkspaceResult | undefined>;

export function registerTask(check: Check): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () => [taskOf({ type: TYPE, task: "check workspace" }, check)],
    resolveTask: ({ definition }) => (definition.task === "check workspace" ? taskOf(definition, check) : undefined),
  });
}

function taskOf(definition: vscode.TaskDefinition, check: Check): vscode.Task {
  const run = new vscode.CustomExecution(async () => terminalOf(check));
  const task = new vscode.Task(definition, vscode.TaskScope.Workspace, "check workspace", TYPE, run, "$telos");
  task.detail = "Check every .reward file for types, units and hackable patterns";
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
  return task;
}

/** Ends with the exit codes of `telos check`: 0, 1 where there is an error, 2 where it could not run. */
function terminalOf(check: Check): vscode.Pseudoterminal {
  const [written, closed] = [new vscode.EventEmitter<string>(), new vscode.EventEmitter<number>()];
  const stop = new vscode.CancellationTokenSource();
  const line = (text: string) => written.fire(`${text.replaceAll("\n", "\r\n")}\r\n`);
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    async open() {
      const result = await check(stop.token);
      if (result === undefined) line("The rewards could not be checked; the Telos log says why.");
      else {
        if (result.report !== "") line(result.report);
        line(`${result.files} files checked: ${result.errors} errors, ${result.warnings} warnings.`);
      }
      closed.fire(result === undefined ? 2 : result.errors > 0 ? 1 : 0);
    },
    close: () => stop.cancel(),
  };
}
