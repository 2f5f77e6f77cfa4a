// A file is half-typed most of the time: every request must answer on any beginning of it, and on any single deletion.
import { afterEach, expect, it } from "vitest";
import type { CompletionList } from "vscode-languageserver/node";
import { type Client, positionAt, startClient, uri } from "./client.ts";
import { walk } from "./marker.ts";

let client: Client;
afterEach(() => client.close());

const rest = `
unit lap = 100 [m]
fn hinge(x, at = 1) = max(0, x - at)
reward Chat : -1..1 {
  group 8
  signals at end { answer : text in 0..100 [char] from policy  mode : one of "a" | "b" from policy  rm : number from model("m") kind bradley_terry }
  let found = extract(answer, r"\\\\d+"i) ?? "none"
  track kept : vector(2) starts 0 = prev(kept) + 1
  @allow(unbounded-learned-reward, "only for \\"tests\\"")
  objective style weight 0.5 once = match mode { "a" | "b" => 1, else => hinge(rm, at: 2) } when answer matches "x"
  require short = length(answer) < 50 [char] else -1
  total = if terms.style > 1 then 1 else terms
  scenario good { answer = "7", steps 3 { mode = "b" } }
  data log "logs/*.jsonl" { answer = "a.b" }
  expect good with { rm = -1 } <= good by 0.5
  prove separates found by 1
}
`;
const spec = walk + rest;

/** Every request there is, at one place. */
async function askEverything(text: string, offset: number): Promise<void> {
  const position = positionAt(text, offset);
  const range = { start: { line: 0, character: 0 }, end: position };
  const answers = await Promise.all([
    client.ask("textDocument/hover", { position }),
    client.ask<CompletionList>("textDocument/completion", { position }),
    client.ask("textDocument/signatureHelp", { position }),
    client.ask("textDocument/definition", { position }),
    client.ask("textDocument/references", { position, context: { includeDeclaration: true } }),
    client.ask("textDocument/documentHighlight", { position }),
    client.ask("textDocument/prepareRename", { position }),
    client
      .ask("textDocument/rename", { position, newName: "fresh" })
      .catch((refusal: Error) => expect(refusal.message).toContain("no name")),
    client.ask("textDocument/documentSymbol", {}),
    client.ask("textDocument/foldingRange", {}),
    client.ask("textDocument/selectionRange", { positions: [position] }),
    client.ask("textDocument/semanticTokens/full", {}),
    client.ask("textDocument/semanticTokens/range", { range }),
    client.ask("textDocument/inlayHint", { range }),
    client.ask("textDocument/codeLens", {}),
    client.ask("textDocument/codeAction", { range, context: { diagnostics: [] } }),
    client.ask("textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } }),
    client.ask("textDocument/documentLink", {}),
    client.rpc.sendRequest("telos/termAt", { uri, offset }),
    client.rpc.sendRequest("telos/preview", { uri }),
  ]);
  expect(answers[1]).not.toBeNull();
  expect(client.logged, JSON.stringify(text.slice(-60))).toEqual([]);
}

it("answers every request on every tenth beginning of a file", { timeout: 120_000 }, async () => {
  client = startClient();
  await client.initialise();
  client.open("");
  let version = 1;
  for (let end = 0; end <= spec.length; end += 10) {
    const text = spec.slice(0, end);
    client.change(text, ++version);
    await askEverything(text, end);
  }
  expect(await client.diagnosticsOf(version)).toBeInstanceOf(Array);
});

it("answers every request where a piece was cut out of the middle", { timeout: 120_000 }, async () => {
  client = startClient();
  await client.initialise();
  client.open("");
  let version = 1;
  for (let start = 0; start < spec.length; start += 17) {
    const text = spec.slice(0, start) + spec.slice(start + 1 + (start % 7));
    client.change(text, ++version);
    await askEverything(text, start);
  }
});
