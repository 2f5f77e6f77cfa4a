// Commands for the language server itself: restart it, read its log.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

export function registerServerCommands(client: LanguageClient, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("telos.showLog", () => log.show()),
    vscode.commands.registerCommand("telos.restartServer", async () => {
      try {
        await (client.isRunning() ? client.restart() : client.start());
      } catch (failure) {
        log.error(`The language server did not start: ${failure instanceof Error ? failure.message : failure}`);
        const answer = await vscode.window.showErrorMessage("The Telos language server did not start.", "Show Log");
        if (answer) log.show();
      }
    }),
  );
}
