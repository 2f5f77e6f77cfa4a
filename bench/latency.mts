// From a keystroke to its diagnostics, over stdio, beside an empty server in the same run: the difference is ours.
//   node scripts/bench.mjs latency
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { generateSpec } from "./generate-spec.ts";

const WARM_UP = 60;
const KEYSTROKES = 300;
/** Between keystrokes, so that neither server finds the other's work in its way. */
const PAUSE = 4;

const root = path.dirname(import.meta.dirname);

interface Server {
  name: string;
  process: ChildProcess;
  rpc: ProtocolConnection;
  received: Map<string, (at: number) => void>;
  version: number;
}

async function bundle(entry: string): Promise<string> {
  const outfile = path.join(root, "node_modules", ".cache", "telos", `bench-${path.parse(entry).name}-${process.pid}.cjs`);
  const options: esbuild.BuildOptions = {
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
  };
  await esbuild.build({ ...options, entryPoints: [path.join(root, entry)], outfile });
  return outfile;
}

async function start(name: string, script: string): Promise<Server> {
  const child = spawn(process.execPath, [script, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const rpc = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const received = new Map<string, (at: number) => void>();
  rpc.onNotification("textDocument/publishDiagnostics", ({ uri, version }: { uri: string; version?: number }) => {
    const at = performance.now();
    received.get(`${uri} ${version}`)?.(at);
  });
  rpc.listen();
  await rpc.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await rpc.sendNotification("initialized", {});
  return { name, process: child, rpc, received, version: 0 };
}

/** Milliseconds until the diagnostics of the version that `send` makes have arrived. */
async function timed(server: Server, uri: string, send: (version: number) => Promise<void>): Promise<number> {
  const version = ++server.version;
  const arrived = new Promise<number>((resolve) => server.received.set(`${uri} ${version}`, resolve));
  const before = performance.now();
  await send(version);
  const after = await arrived;
  server.received.delete(`${uri} ${version}`);
  return after - before;
}

function keystroke(server: Server, uri: string, at: { line: number; character: number }, index: number): Promise<number> {
  // A digit typed into a number, then taken back: both texts are whole specs.
  const typed = index % 2 === 0;
  const end = typed ? at : { ...at, character: at.character + 1 };
  return timed(server, uri, (version) =>
    server.rpc.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end }, text: typed ? "1" : "" }],
    }),
  );
}

function quantile(times: readonly number[], q: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(q * (times.length - 1))]!;
}

async function measure(servers: readonly Server[], lines: number) {
  const text = generateSpec(lines);
  const uri = `file:///bench/${lines}.reward`;
  const before = text.slice(0, text.indexOf("weight 0.01") + "weight 0.01".length).split("\n");
  const at = { line: before.length - 1, character: before.at(-1)!.length };
  const times = new Map(servers.map(({ name }) => [name, [] as number[]]));
  const first = new Map<string, number>();
  for (const server of servers) {
    const textDocument = { uri, languageId: "reward", text };
    first.set(
      server.name,
      await timed(server, uri, (version) =>
        server.rpc.sendNotification("textDocument/didOpen", { textDocument: { ...textDocument, version } }),
      ),
    );
  }
  for (let index = 0; index < WARM_UP + KEYSTROKES; index++) {
    for (const server of index % 2 === 0 ? servers : [...servers].reverse()) {
      const time = await keystroke(server, uri, at, index);
      if (index >= WARM_UP) times.get(server.name)!.push(time);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return { lines: text.split("\n").length - 1, times, first };
}

const scripts = [await bundle("server/node.ts"), await bundle("bench/empty-server.ts")];
const servers = [await start("telos", scripts[0]!), await start("empty", scripts[1]!)];
try {
  const ms = (time: number) => time.toFixed(2);
  console.log(`keystroke → diagnostics over stdio, milliseconds, ${KEYSTROKES} keystrokes each, interleaved`);
  console.log("| lines | empty p50 | p95 | telos p50 | p95 | ratio p50 | p95 | first |");
  console.log("|---|---|---|---|---|---|---|---|");
  for (const size of [100, 1000]) {
    const { lines, times, first } = await measure(servers, size);
    const [telos, empty] = [times.get("telos")!, times.get("empty")!];
    const row = [quantile(empty, 0.5), quantile(empty, 0.95), quantile(telos, 0.5), quantile(telos, 0.95)];
    console.log(
      `| ${[lines, ...row.map(ms), `${ms(row[2]! / row[0]!)}×`, `${ms(row[3]! / row[1]!)}×`, ms(first.get("telos")!)].join(" | ")} |`,
    );
  }
} finally {
  for (const server of servers) {
    server.rpc.dispose();
    server.process.kill();
  }
  for (const script of scripts) fs.rmSync(script, { force: true });
}
