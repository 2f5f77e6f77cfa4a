// The extension in VS Code: starts the language server and registers every feature. What a reward means it leaves to the server.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { registerExplainRule } from "./features/explain-rule.ts";
import { registerGenerated } from "./features/generated.ts";
import { registerPreview } from "./features/preview/register.ts";
import { registerReference } from "./features/reference.ts";
import { registerServerCommands } from "./features/server.ts";
import { registerStatus } from "./features/status.ts";
import { registerWorkspace } from "./features/workspace.ts";
import { createLanguageClient } from "./infrastructure/language-client.ts";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("Telos", { log: true });
  client = createLanguageClient(context, log);
  context.subscriptions.push(
    log,
    registerStatus(client),
    registerServerCommands(client, log),
    registerPreview(context, client),
    registerGenerated(client),
    registerExplainRule(client),
    registerReference(client),
    registerWorkspace(client),
  );
  try {
    await client.start();
  } catch (failure) {
    log.error(`The language server did not start: ${failure instanceof Error ? failure.message : failure}`);
  }
}

export function deactivate(): Promise<void> | undefined {
  return client?.isRunning() ? client.stop() : undefined;
}
