// Problems of a whole workspace: found on request or always, for files nobody has open, and gone with their cause.
import { rmSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { CancellationTokenSource, type Diagnostic } from "vscode-languageserver/node";
import { type CheckWorkspaceResult, checkWorkspaceRequest, watchWorkspaceNotification } from "../../server/protocol.ts";
import { pulling } from "./client.ts";
import { startWorkspace, type Workspace } from "./workspace.ts";

const clean = "reward Clean {\n  signal a : bool from verifier\n  goal g = a\n  objective x = a\n}\n";
const broken = clean.replace("objective x = a", "objective x = b");
const lib = "fn twice(x) = x + x\n";
const user =
  'use "lib/twice.reward"\nreward U {\n  signal a : 0..1 from verifier\n  goal g = a > 0\n  objective x = twice(a)\n}\n';

let workspace: Workspace;
afterEach(() => workspace.close());

const check = (params = {}) => workspace.client.rpc.sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, params);
const watch = (on: boolean) => workspace.client.rpc.sendNotification(watchWorkspaceNotification, { on });
const onDisk = (name: string, type: 1 | 2 | 3) =>
  workspace.client.rpc.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: workspace.uri(name), type }] });

const last = (name: string): Diagnostic[] | undefined =>
  workspace.client.pushed.findLast(({ uri }) => uri === workspace.uri(name))?.diagnostics;
const codesOf = (name: string) => last(name)?.map(({ code }) => code);

/** Once the problems sent last for a file are these. */
async function until(name: string, codes: string[] | undefined): Promise<void> {
  for (let tries = 0; tries < 300 && JSON.stringify(codesOf(name)) !== JSON.stringify(codes); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(codesOf(name)).toEqual(codes);
}

it("finds what is wrong in files that are not open, and tells how far it is", async () => {
  workspace = await startWorkspace({ "a.reward": clean, "deep/b.reward": broken, "node_modules/c.reward": broken }, pulling);
  const told: { kind: string; percentage?: number }[] = [];
  workspace.client.rpc.onNotification("$/progress", ({ value }: { value: { kind: string } }) => void told.push(value));
  const { report, ...result } = await check({ workDoneToken: "work" });
  expect(result).toEqual({ files: 2, errors: 1, warnings: 0, finished: true });
  expect(report.split("\n")).toEqual([
    `${workspace.path("deep/b.reward")}:4:17 error N001 unknown-name`,
    expect.stringMatching(/^ {2}Nothing here is called 'b'\. /),
  ]);
  expect(codesOf("deep/b.reward")).toEqual(["N001"]);
  expect(last("a.reward")).toBeUndefined();
  expect(told.map(({ kind }) => kind)).toEqual(["begin", ...told.slice(1, -1).map(() => "report"), "end"]);
  expect(told.at(-2)).toMatchObject({ percentage: 100, message: "2 of 2" });
  expect(workspace.client.logged).toEqual([]);
});

it("lets results go when files are fixed, deleted or opened, and brings them back when they are closed", async () => {
  workspace = await startWorkspace({ "a.reward": broken, "b.reward": broken, "c.reward": broken }, pulling);
  await check();
  workspace.write("a.reward", clean);
  await onDisk("a.reward", 2);
  await until("a.reward", []);
  rmSync(workspace.path("b.reward"));
  await onDisk("b.reward", 3);
  await until("b.reward", []);
  workspace.open("c.reward", broken);
  await until("c.reward", []);
  await workspace.client.rpc.sendNotification("textDocument/didClose", { textDocument: { uri: workspace.uri("c.reward") } });
  await until("c.reward", ["N001"]);
});

it("sees what an open file does to those that use it", async () => {
  workspace = await startWorkspace({ "user.reward": user, "lib/twice.reward": lib }, pulling);
  expect((await check()).errors).toBe(0);
  workspace.open("lib/twice.reward", lib.replace("twice", "thrice"));
  await until("user.reward", ["N005"]);
  workspace.change("lib/twice.reward", lib, 2);
  await until("user.reward", []);
});

it("checks again what the settings of a folder are about", async () => {
  const farm = 'reward R {\n  signal rm : number from model("rm")\n  objective quality = rm\n}\n';
  workspace = await startWorkspace({ "sub/a.reward": farm }, pulling);
  await check();
  expect(codesOf("sub/a.reward")).toContain("RH101");
  workspace.write("sub/telos.json", JSON.stringify({ rules: { "unbounded-learned-reward": "off" } }));
  await onDisk("sub/telos.json", 1);
  for (let tries = 0; tries < 300 && codesOf("sub/a.reward")?.includes("RH101"); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(codesOf("sub/a.reward")).not.toContain("RH101");
});

it("leaves an open file to a client that is pushed to", async () => {
  workspace = await startWorkspace({ "a.reward": broken });
  await check();
  workspace.open("a.reward", broken.replace("= b", "= c"));
  await until("a.reward", ["N001"]);
  await check();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(last("a.reward")![0]!.message).toContain("'c'");
  await workspace.client.rpc.sendNotification("textDocument/didClose", { textDocument: { uri: workspace.uri("a.reward") } });
  for (let tries = 0; tries < 300 && !String(last("a.reward")?.[0]?.message).includes("'b'"); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(last("a.reward")![0]!.message).toContain("'b'");
});

it("always: from the start, with files that come later and folders that come and go, until it is switched off", async () => {
  workspace = await startWorkspace({ "a.reward": broken }, pulling);
  await watch(true);
  await until("a.reward", ["N001"]);
  workspace.write("later/b.reward", broken);
  await onDisk("later/b.reward", 1);
  await until("later/b.reward", ["N001"]);
  const folders = (added: string[], removed: string[]) => {
    const named = (uris: string[]) => uris.map((uri) => ({ uri, name: "x" }));
    return workspace.client.rpc.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: named(added), removed: named(removed) },
    });
  };
  const root = workspace.uri("a.reward").replace("/a.reward", "");
  await folders([workspace.uri("later")], [root]);
  await until("a.reward", []);
  await folders([root], []);
  await until("a.reward", ["N001"]);
  await watch(false);
  await until("a.reward", []);
  await until("later/b.reward", []);
  workspace.write("a.reward", broken.replace("= b", "= c"));
  await onDisk("a.reward", 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(last("a.reward")).toEqual([]);
});

it("answers other requests in between, and stops when told to", async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`r${index}.reward`, broken]));
  workspace = await startWorkspace(many, pulling);
  const stop = new CancellationTokenSource();
  let done = false;
  const running = workspace.client.rpc.sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, {}, stop.token).finally(() => {
    done = true;
  });
  workspace.open("r59.reward", clean);
  await workspace.ask("textDocument/hover", "r59.reward", { position: { line: 0, character: 0 } });
  expect(done).toBe(false);
  stop.cancel();
  const { finished, files } = await running;
  expect(finished).toBe(false);
  expect(files).toBeLessThan(60);
});

it("has nothing to check without folders, and says so", async () => {
  workspace = await startWorkspace({});
  expect(await check()).toEqual({ files: 0, errors: 0, warnings: 0, finished: true, report: "" });
});
