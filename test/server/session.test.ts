// Whole sessions of the language server, spoken over a pair of streams in one process.
import { afterEach, expect, it } from "vitest";
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  Location,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { type Client, positionAt, pulling, startClient, uri } from "./client.ts";
import { walk } from "./marker.ts";

let client: Client;
afterEach(() => client.close());

const at = (text: string, what: string) => ({ position: positionAt(text, text.indexOf(what)) });
const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

it("answers a whole session: open, diagnostics, hover, complete, rename, fix, change, close", async () => {
  client = startClient();
  const { capabilities } = await client.initialise({
    textDocument: { completion: { completionItem: { snippetSupport: true } } },
  });
  expect(capabilities).toMatchObject({ hoverProvider: true, renameProvider: { prepareProvider: true } });
  expect(capabilities.diagnosticProvider).toBeUndefined();

  const broken = walk.replace("let off =", "let unused = fell && fell\n  let off =");
  client.open(broken);
  const [slip] = await client.diagnosticsOf(1);
  expect(slip).toMatchObject({ source: "telos", severity: 1, message: expect.stringContaining("and") });
  expect(slip!.data).toMatchObject({ rule: "foreign-operator", witness: false });

  const hover = await client.ask<Hover>("textDocument/hover", at(broken, "off /"));
  expect(hover.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("let off") });

  const list = await client.ask<CompletionList>("textDocument/completion", at(broken, "norm(command"));
  const ramp = list.items.find(({ label }) => label === "ramp");
  expect(ramp).toMatchObject({ insertTextFormat: 2, textEdit: { newText: expect.stringContaining("${1:") } });

  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", { ...at(broken, "sigma :"), newName: "width" });
  expect(edit.changes![uri]!.map(({ newText }) => newText)).toEqual(["width", "width"]);
  await expect(client.ask("textDocument/rename", { ...at(broken, "sigma :"), newName: "if" })).rejects.toThrow(
    "word of the language",
  );

  const actions = await client.ask<CodeAction[]>("textDocument/codeAction", {
    range: slip!.range,
    context: { diagnostics: [slip], only: ["quickfix"] },
  });
  expect(actions[0]).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics: [{ code: slip!.code }] });
  expect(actions.every(({ kind }) => kind === "quickfix")).toBe(true);
  const all = await client.ask<CodeAction[]>("textDocument/codeAction", {
    range: everything,
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  expect(all.map(({ kind }) => kind)).toEqual(["source.fixAll.telos"]);

  client.change(walk, 2);
  expect(await client.diagnosticsOf(2)).toEqual([]);
  expect(client.logged).toEqual([]);
});

it("answers every other request in LSP's terms", async () => {
  client = startClient();
  await client.initialise();
  client.open(walk);
  const [symbol] = await client.ask<DocumentSymbol[]>("textDocument/documentSymbol", {});
  expect(symbol).toMatchObject({ name: "Walk", selectionRange: { start: { line: 1, character: 7 } } });
  const [definition] = await client.ask<{ targetSelectionRange: unknown }[]>("textDocument/definition", at(walk, "off / 1"));
  expect(definition!.targetSelectionRange).toEqual({
    start: positionAt(walk, walk.indexOf("off = ")),
    end: positionAt(walk, walk.indexOf("off = ") + 3),
  });
  expect(
    await client.ask<Location[]>("textDocument/references", { ...at(walk, "off / 1"), context: { includeDeclaration: true } }),
  ).toHaveLength(3);
  expect(await client.ask<unknown[]>("textDocument/documentHighlight", at(walk, "off / 1"))).toHaveLength(3);
  expect(await client.ask<{ startLine: number }[]>("textDocument/foldingRange", {})).toContainEqual({
    startLine: 1,
    endLine: 27,
    kind: "region",
  });
  expect(await client.ask<unknown[]>("textDocument/selectionRange", { positions: [at(walk, "off / 1").position] })).toHaveLength(
    1,
  );
  expect((await client.ask<SemanticTokens>("textDocument/semanticTokens/full", {})).data.length % 5).toBe(0);
  expect(
    (await client.ask<SemanticTokens>("textDocument/semanticTokens/range", { range: everything })).data.length,
  ).toBeGreaterThan(100);
  expect(await client.ask<unknown[]>("textDocument/inlayHint", { range: everything })).toContainEqual(
    expect.objectContaining({ label: " per m/s" }),
  );
  const [lens, pays] = await client.ask<CodeLens[]>("textDocument/codeLens", {});
  const command = { command: "telos.preview", arguments: [uri, "Walk"] };
  expect(lens!.command).toEqual({ title: "▶ Simulate", tooltip: expect.any(String), ...command });
  expect(pays!.command).toBeUndefined();
  const shown = await client.rpc.sendRequest<CodeLens>("codeLens/resolve", pays!);
  expect(shown.command).toEqual({ title: expect.stringMatching(/^walks .* · falls /), ...command });
  expect(await client.ask("textDocument/prepareRename", at(walk, "off / 1"))).toMatchObject({ placeholder: "off" });
  expect(await client.ask<TextEdit[]>("textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } })).toBeInstanceOf(
    Array,
  );
  expect(await client.ask("textDocument/signatureHelp", { position: positionAt(walk, walk.indexOf("exp(") + 4) })).toMatchObject({
    activeParameter: 0,
  });
  expect(await client.ask<unknown[]>("textDocument/documentLink", {})).toEqual([]);
  expect(await client.rpc.sendRequest("workspace/symbol", { query: "" })).toEqual([]);
  expect(await client.rpc.sendRequest("telos/termAt", { uri, offset: walk.indexOf("norm(velocity)") })).toEqual({
    reward: "Walk",
    term: "effort",
  });
  expect(await client.rpc.sendRequest("telos/termAt", { uri, offset: 0 })).toBeNull();
  expect(client.logged).toEqual([]);
});

it("lets a client pull, tells it when nothing changed, and then pushes nothing", async () => {
  client = startClient();
  const { capabilities } = await client.initialise(pulling);
  expect(capabilities.diagnosticProvider).toMatchObject({ identifier: "telos" });
  client.open("reward R {\n  let = 1\n}\n", 7);
  const report = await client.ask<DocumentDiagnosticReport>("textDocument/diagnostic", {});
  expect(report).toMatchObject({ kind: "full", resultId: "7" });
  expect(report.kind === "full" && report.items.length).toBeGreaterThan(0);
  expect(await client.ask("textDocument/diagnostic", { previousResultId: "7" })).toEqual({ kind: "unchanged", resultId: "7" });
  client.change(walk, 8);
  expect(await client.ask("textDocument/diagnostic", { previousResultId: "7" })).toEqual({
    kind: "full",
    resultId: "8",
    items: [],
  });
  expect(client.pushed).toEqual([]);
});

it("answers a burst of changes once, for the newest version", async () => {
  client = startClient();
  await client.initialise();
  client.open(walk);
  await client.diagnosticsOf(1);
  for (let version = 2; version <= 40; version++) client.change(`${walk}\n// ${version}`, version);
  await client.diagnosticsOf(40);
  expect(client.pushed.length).toBeLessThan(20);
  expect(client.pushed.at(-1)!.version).toBe(40);
});

it("clears the problems of a file that is closed, and answers about it without failing", async () => {
  client = startClient();
  await client.initialise();
  client.open("reward R {\n  let = 1\n}\n");
  await client.diagnosticsOf(1);
  await client.rpc.sendNotification("textDocument/didClose", { textDocument: { uri } });
  expect(await client.ask("textDocument/hover", { position: { line: 0, character: 0 } })).toBeNull();
  expect(client.pushed.at(-1)).toMatchObject({ uri, diagnostics: [] });
  expect(client.logged).toEqual([]);
});

it("counts positions in UTF-16, also behind characters of two units", async () => {
  client = startClient();
  await client.initialise();
  const text = "reward R { signal a : bool from verifier /* 𐌰𐌰 */ goal g = a /* 𐌰 */ scenario s { a = true } }";
  client.open(text);
  const references = await client.ask<Location[]>("textDocument/references", {
    ...at(text, "a /* 𐌰 */"),
    context: { includeDeclaration: true },
  });
  expect(references.map(({ range }) => range.start.character)).toEqual([18, text.indexOf("a /* 𐌰 */"), text.indexOf("a = true")]);
});

it("gives the addresses of rule pages that the client asked for", async () => {
  client = startClient();
  await client.initialise({}, { initializationOptions: { rulePage: "https://docs.example/{rule}" } });
  client.open('reward R {\n  signal a : bool from verifier\n  @allow(bound-then-add, "because")\n  objective b = a\n}');
  expect(await client.ask("textDocument/documentLink", {})).toMatchObject([{ target: "https://docs.example/bound-then-add" }]);
});

it("inserts plain text where the client knows no snippets", async () => {
  client = startClient();
  await client.initialise();
  client.open("reward R {\n  \n}");
  const { items } = await client.ask<CompletionList>("textDocument/completion", { position: { line: 1, character: 2 } });
  expect(items.find(({ label }) => label === "require")).toMatchObject({
    insertTextFormat: 1,
    textEdit: { newText: "require name = condition else -1" },
  });
  for (const { textEdit } of items) expect(textEdit!.newText).not.toMatch(/\$\{|\$\d/);
});
