// Sessions over several files: what is open wins over the disk, and what uses a file follows its changes.
import { afterEach, expect, it } from "vitest";
import type { CompletionList, Diagnostic, Location, LocationLink, WorkspaceEdit } from "vscode-languageserver/node";
import { positionAt } from "./client.ts";
import { startWorkspace, type Workspace } from "./workspace.ts";

const lib = "fn twice(x) = x + x\nunit lap\nsignals Moving { speed : 0..10 [lap] }\n";
const main = 'use "lib/a.reward"\nreward R {\n  signals Moving\n  objective a = twice(speed / 1 [lap])\n}\n';
const other = 'use "a.reward"\nreward T {\n  signal x : 0..1\n  objective a = twice(x)\n}\n';

let workspace: Workspace;
afterEach(() => workspace.close());
const start = async (capabilities = {}, more: Record<string, string> = {}) => {
  const files = { "main.reward": main, "lib/a.reward": lib, "lib/other.reward": other, "node_modules/x.reward": other, ...more };
  workspace = await startWorkspace(files, capabilities);
  return workspace;
};
const at = (text: string, what: string) => ({ position: positionAt(text, text.indexOf(what)) });

/** The problems pushed last for a file, once they are as wanted. */
async function problems(name: string, wanted: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  for (let tries = 0; ; tries++) {
    const found = workspace.client.pushed.findLast(({ uri }) => uri === workspace.uri(name))?.diagnostics;
    if (found !== undefined && (wanted(found) || tries > 200)) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const codes = (found: Diagnostic[]) => found.filter(({ severity }) => severity === 1).map(({ code }) => code);
const clean = (found: Diagnostic[]) => codes(found).length === 0;

it("reads used files from disk, and leads to them", async () => {
  const { ask, open, uri, client } = await start();
  open("main.reward", main);
  expect(codes(await problems("main.reward", clean))).toEqual([]);
  const [link] = await ask<LocationLink[]>("textDocument/definition", "main.reward", at(main, "twice"));
  expect(link).toMatchObject({
    targetUri: uri("lib/a.reward"),
    targetSelectionRange: { start: { line: 0, character: 3 }, end: { line: 0, character: 8 } },
  });
  const references = await ask<Location[]>("textDocument/references", "main.reward", {
    ...at(main, "twice"),
    context: { includeDeclaration: true },
  });
  expect(references.map((each) => each.uri).sort()).toEqual(
    [uri("lib/a.reward"), uri("lib/other.reward"), uri("main.reward")].sort(),
  );
  expect(client.logged).toEqual([]);
});

it("renames in files that nobody has opened", async () => {
  const { ask, open, uri } = await start();
  open("main.reward", main);
  const { changes } = await ask<WorkspaceEdit>("textDocument/rename", "main.reward", { ...at(main, "twice"), newName: "double" });
  expect(Object.keys(changes!).sort()).toEqual([uri("lib/a.reward"), uri("lib/other.reward"), uri("main.reward")].sort());
  expect(changes![uri("lib/other.reward")]).toEqual([
    { range: { start: { line: 3, character: 16 }, end: { line: 3, character: 21 } }, newText: "double" },
  ]);
  await expect(ask("textDocument/rename", "main.reward", { ...at(main, "speed"), newName: "a b" })).rejects.toThrow(
    "cannot be a name",
  );
});

it("takes an open file as it stands in the editor, and the disk when it is closed", async () => {
  const { open, change, client, uri } = await start();
  open("main.reward", main);
  await problems("main.reward", clean);
  open("lib/a.reward", lib.replace("twice", "thrice"));
  expect(codes(await problems("main.reward", (found) => !clean(found)))).toEqual(["N005"]);
  change("lib/a.reward", lib.replace("x + x", "x +"), 2);
  const [first, second] = await problems("main.reward", (found) => codes(found).includes("F004"));
  expect([first!.code, second!.code]).toEqual(["F004", "F008"]);
  expect(first!.relatedInformation![0]!.location.uri).toBe(uri("lib/a.reward"));
  expect(second!.relatedInformation![0]!.location.range.start).toEqual({ line: 0, character: 3 });
  await client.rpc.sendNotification("textDocument/didClose", { textDocument: { uri: uri("lib/a.reward") } });
  expect(codes(await problems("main.reward", clean))).toEqual([]);
});

it("follows changes on disk that it is told of, of files used by way of others too, and files that appear", async () => {
  const middle = 'use "../deep.reward"\nfn twice(x) = single(x) + single(x)\nunit lap\nsignals Moving { speed : 0..10 [lap] }\n';
  const { open, write, client, uri } = await start({}, { "lib/a.reward": middle });
  const tell = (name: string, type: number) =>
    client.rpc.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uri(name), type }] });
  open("main.reward", main);
  expect(codes(await problems("main.reward", (found) => !clean(found)))).toEqual(["F008"]);
  write("deep.reward", "fn single(x) = x\n");
  await tell("deep.reward", 1);
  expect(codes(await problems("main.reward", clean))).toEqual([]);
  write("deep.reward", "fn single(x) = y\n");
  await tell("deep.reward", 2);
  expect(codes(await problems("main.reward", (found) => !clean(found)))).toEqual(["N001"]);
});

it("asks a client that pulls to pull again, and never says that nothing changed", async () => {
  const { ask, open, change, client } = await start({
    textDocument: { diagnostic: { dynamicRegistration: false } },
    workspace: {
      diagnostics: { refreshSupport: true },
      semanticTokens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    },
  });
  const asked = new Set<string>();
  for (const method of ["diagnostic", "semanticTokens", "inlayHint", "codeLens"]) {
    const name = method === "diagnostic" ? "workspace/diagnostic/refresh" : `workspace/${method}/refresh`;
    client.rpc.onRequest(name, () => {
      asked.add(method);
      return null;
    });
  }
  open("main.reward", main);
  open("lib/a.reward", lib);
  const pull = (previousResultId?: string) =>
    ask<{ kind: string; resultId: string; items?: Diagnostic[] }>("textDocument/diagnostic", "main.reward", { previousResultId });
  const first = await pull();
  expect(codes(first.items!)).toEqual([]);
  expect(await pull(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
  change("lib/a.reward", lib.replace("twice", "thrice"), 2);
  const second = await pull(first.resultId);
  expect(codes(second.items!)).toEqual(["N005"]);
  for (let tries = 0; asked.size < 4 && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect([...asked].sort()).toEqual(["codeLens", "diagnostic", "inlayHint", "semanticTokens"]);
});

it("completes the paths of specs near", async () => {
  const { ask, open } = await start();
  const text = 'use "lib/"\n';
  open("new.reward", text);
  const { items } = await ask<CompletionList>("textDocument/completion", "new.reward", { position: { line: 0, character: 9 } });
  expect(items.map(({ label }) => label).sort()).toEqual(["lib/a.reward", "lib/other.reward", "main.reward"]);
  expect(items[0]!.textEdit).toMatchObject({ range: { start: { line: 0, character: 5 }, end: { line: 0, character: 9 } } });
});

it("lets paths follow a file that is renamed in the editor", async () => {
  const { client, uri } = await start();
  const files = [{ oldUri: uri("lib/a.reward"), newUri: uri("gait.reward") }];
  const { changes } = await client.rpc.sendRequest<WorkspaceEdit>("workspace/willRenameFiles", { files });
  expect(changes![uri("main.reward")]![0]!.newText).toBe('"gait.reward"');
  expect(changes![uri("lib/other.reward")]![0]!.newText).toBe('"../gait.reward"');
});

it("says of an unsaved text that other files cannot be read from there", async () => {
  const { client } = await start();
  const uri = "untitled:Untitled-1";
  await client.rpc.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "reward", version: 1, text: main },
  });
  for (let tries = 0; client.pushed.length === 0 && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(client.pushed.at(-1)!.diagnostics.map(({ code }) => code)).toEqual(["F002"]);
});
