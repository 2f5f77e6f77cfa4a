// A language client for tests: over streams to a server in this process, or to a child process.
import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { connect } from "../../server/connect.ts";

export const uri = "file:///spec/test.reward";

export interface Client {
  rpc: ProtocolConnection;
  /** Everything the server logged. */
  logged: string[];
  /** Pushed so far, oldest first. */
  pushed: PublishDiagnosticsParams[];
  /** The next push for `version` of the document, or the one already received. */
  diagnosticsOf(version: number): Promise<Diagnostic[]>;
  initialise(
    capabilities?: ClientCapabilities,
    more?: Partial<InitializeParams>,
  ): Promise<import("vscode-languageserver/node").InitializeResult>;
  open(text: string, version?: number): void;
  /** Replaces the whole text. */
  change(text: string, version: number): void;
  ask<R>(method: string, params: object): Promise<R>;
  /** Shutdown and exit; resolves when the server answered. */
  close(): Promise<void>;
}

export function clientOver(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Client {
  const rpc = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const pushed: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  const waiting = new Set<() => void>();
  rpc.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    pushed.push(params);
    for (const wake of waiting) wake();
  });
  rpc.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
  rpc.listen();
  const about = (params: object) => ({ textDocument: { uri }, ...params });
  return {
    rpc,
    pushed,
    logged,
    diagnosticsOf: (version) =>
      new Promise((resolve) => {
        const look = () => {
          const found = pushed.find((params) => params.version === version);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found.diagnostics);
        };
        waiting.add(look);
        look();
      }),
    async initialise(capabilities = {}, more = {}) {
      const result = await rpc.sendRequest<import("vscode-languageserver/node").InitializeResult>("initialize", {
        processId: null,
        rootUri: null,
        capabilities,
        ...more,
      });
      await rpc.sendNotification("initialized", {});
      return result;
    },
    open: (text, version = 1) =>
      void rpc.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "reward", version, text } }),
    change: (text, version) =>
      void rpc.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] }),
    ask: (method, params) => rpc.sendRequest(method, about(params)),
    async close() {
      await rpc.sendRequest("shutdown");
      rpc.dispose();
    },
  };
}

/** A server in this process, joined to a client by a pair of streams. */
export function startClient(): Client {
  const [up, down] = [new PassThrough(), new PassThrough()];
  connect(createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)));
  return clientOver(down, up);
}

/** LSP position of an offset. */
export function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** What a client that pulls diagnostics says of itself. */
export const pulling: ClientCapabilities = { textDocument: { diagnostic: { dynamicRegistration: false } } };
