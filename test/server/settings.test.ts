// `telos.json` in a session: it decides what is told, what is wrong in it is told in it, and both follow its changes.
import { rmSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { startWorkspace, type Workspace } from "./workspace.ts";

const spec = `reward R {
  signal ok : bool from verifier
  signal rm : number from model("rm")
  goal solved = ok
  objective help = rm
}
`;
const SEVERE = ["", "error", "warning", "info", "hint"];

let workspace: Workspace;
afterEach(() => workspace.close());
const start = async (files: Record<string, string>, capabilities = {}) => {
  workspace = await startWorkspace({ "a.reward": spec, ...files }, capabilities);
};

/** What was pushed last for a file, once it is as wanted. */
async function pushed(name: string, wanted: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  for (let tries = 0; ; tries++) {
    const found = workspace.client.pushed.findLast(({ uri }) => uri === workspace.uri(name))?.diagnostics;
    if (found !== undefined && (wanted(found) || tries > 200)) return found;
    if (tries > 300) throw new Error(`nothing is pushed for ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const loudness = (found: Diagnostic[]) => SEVERE[found.find(({ code }) => code === "RH101")?.severity ?? 0];
const changed = (name: string, type = 2) =>
  void workspace.client.rpc.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: workspace.uri(name), type }],
  });

it("applies the nearest settings, and their overrides", async () => {
  const settings = '{ "rules": { "RH101": "info" }, "overrides": [{ "files": ["loud/**"], "rules": { "RH101": "warning" } }] }';
  await start({ "telos.json": settings, "loud/b.reward": spec, "own/telos.json": "{}", "own/c.reward": spec });
  for (const [name, severity] of [
    ["a.reward", "info"],
    ["loud/b.reward", "warning"],
    ["own/c.reward", "error"],
  ] as const) {
    workspace.open(name, spec);
    expect(loudness(await pushed(name, () => true))).toBe(severity);
  }
  expect(workspace.client.logged).toEqual([]);
});

it("checks open specs again when settings appear, change and go", async () => {
  await start({});
  workspace.open("a.reward", spec);
  expect(loudness(await pushed("a.reward", () => true))).toBe("error");
  workspace.write("telos.json", '{ "rules": { "RH101": "hint" } }');
  changed("telos.json", 1);
  expect(loudness(await pushed("a.reward", (found) => loudness(found) === "hint"))).toBe("hint");
  workspace.write("telos.json", '{ "rules": { "RH101": "info" } }');
  changed("telos.json");
  expect(loudness(await pushed("a.reward", (found) => loudness(found) === "info"))).toBe("info");
  rmSync(workspace.path("telos.json"));
  changed("telos.json", 3);
  expect(loudness(await pushed("a.reward", (found) => loudness(found) === "error"))).toBe("error");
});

it("tells what is wrong at its place, applies the rest, and takes it back when it is mended", async () => {
  await start({ "telos.json": '{\n  "rules": { "RH101": "hint", "RH999": "off" }\n}\n' });
  const [problem, ...more] = await pushed("telos.json", () => true);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    range: { start: { line: 1, character: 30 }, end: { line: 1, character: 37 } },
    severity: 1,
    code: "C005",
    source: "telos",
    message: expect.stringContaining('There is no rule "RH999".'),
  });
  workspace.open("a.reward", spec);
  expect(loudness(await pushed("a.reward", () => true))).toBe("hint");
  workspace.write("telos.json", '{ "rules": { "RH101": "hint" } }\n');
  changed("telos.json");
  expect(await pushed("telos.json", (found) => found.length === 0)).toEqual([]);
});

it("tells of settings above an opened spec, wherever it lies", async () => {
  await start({ "deep/telos.json": "{", "deep/er/b.reward": spec });
  workspace.open("deep/er/b.reward", spec);
  expect(await pushed("deep/telos.json", () => true)).toMatchObject([{ code: "C001" }]);
});

it("asks a client that pulls to pull again, and gives it another answer for the same text", async () => {
  await start({ "telos.json": "{}" }, { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } });
  const refreshed = new Promise<void>((resolve) => {
    workspace.client.rpc.onRequest("workspace/diagnostic/refresh", () => resolve());
  });
  workspace.open("a.reward", spec);
  const pull = (previousResultId?: string) =>
    workspace.ask<{ kind: string; resultId: string; items: Diagnostic[] }>("textDocument/diagnostic", "a.reward", {
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const before = await pull();
  expect(loudness(before.items)).toBe("error");
  expect(await pull(before.resultId)).toMatchObject({ kind: "unchanged" });
  workspace.write("telos.json", '{ "rules": { "RH101": "off" } }');
  changed("telos.json");
  await refreshed;
  const after = await pull(before.resultId);
  expect(after.kind).toBe("full");
  expect(loudness(after.items)).toBe("");
});

it("watches them where the client can", async () => {
  const watched = new Promise<string[]>((resolve) => {
    void startWorkspace({}, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }).then((started) => {
      workspace = started;
      started.client.rpc.onRequest("client/registerCapability", ({ registrations }) => {
        const patterns = registrations.flatMap((each: { registerOptions: { watchers: { globPattern: string }[] } }) =>
          each.registerOptions.watchers.map(({ globPattern }) => globPattern),
        );
        resolve(patterns);
      });
    });
  });
  expect(await watched).toEqual(["**/*.reward", "**/telos.json"]);
});
