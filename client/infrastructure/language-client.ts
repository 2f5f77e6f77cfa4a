// Starts the language server as a process of its own and speaks to it. It must not know any feature.
import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions as Launch,
  TransportKind,
} from "vscode-languageclient/node";
import type { ServerOptions } from "../../server/protocol.ts";

/** The link in a hover to a rule's page: a command, the only one that hovers may run. */
const HOVER_COMMAND = "telos.explainRule";

export function createLanguageClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const launch: Launch = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  const initializationOptions: ServerOptions = {
    rulePage: "telos-reference:/rule/{rule}.md",
    hoverLink: `command:${HOVER_COMMAND}?${encodeURIComponent('["')}{rule}${encodeURIComponent('"]')}`,
  };
  const options: LanguageClientOptions = {
    // Every scheme: a spec in a virtual workspace or not yet saved is read through the editor, not from disk.
    documentSelector: [{ language: "reward" }],
    outputChannel: log,
    traceOutputChannel: log,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: [HOVER_COMMAND] } },
  };
  return new LanguageClient("telos", "Telos", launch, options);
}

/** Asks the server, or gives undefined where it is not running or cannot answer; the log says why. */
export async function ask<P, R>(
  client: LanguageClient,
  method: string,
  params: P,
  token?: vscode.CancellationToken,
): Promise<R | undefined> {
  if (!client.isRunning()) return undefined;
  try {
    return await client.sendRequest<R>(method, params, token);
  } catch (failure) {
    if (!token?.isCancellationRequested)
      client.outputChannel.error(`${method}: ${failure instanceof Error ? failure.message : failure}`);
    return undefined;
  }
}

/** The address of a document as the server knows it. */
export const serverUri = (client: LanguageClient, uri: vscode.Uri): string => client.code2ProtocolConverter.asUri(uri);
