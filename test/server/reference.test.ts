// What can be looked up, in which order it is found, and how the editor asks for it.
import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { operatorByName, operators } from "../../runtime/operators/index.ts";
import { type ReferenceItem, referencePageRequest, referenceRequest } from "../../server/protocol.ts";
import { entries, entryById } from "../../server/reference/entries.ts";
import { searchReference, suggestName } from "../../server/reference/search.ts";
import { builtinDocs, keywordDocs, tagDocs, typeDocs } from "../../server/words/index.ts";
import { type Client, startClient } from "./client.ts";

const found = (query: string) => searchReference(query).map(({ entry }) => entry.id);

it("has every operator, word, type, tag, value and rule once, each with a page", () => {
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  const ids = new Set(entries.map(({ id }) => id));
  for (const { name } of operators) expect(ids, name).toContain(`operator/${name}`);
  for (const word of keywordDocs.keys())
    expect(
      [`member/${word}`, `word/${word}`].some((id) => ids.has(id)),
      word,
    ).toBe(true);
  for (const word of typeDocs.keys()) expect(ids).toContain(`type/${word}`);
  for (const word of tagDocs.keys()) expect(ids).toContain(`tag/${word}`);
  for (const word of builtinDocs.keys()) expect(ids).toContain(`value/${word}`);
  expect(ids).toContain("rule/compensable-constraint");
  for (const entry of entries) {
    expect(entry.page(), entry.id).toMatch(/^# .+\n\n\S/);
    expect(entry.summary, entry.id).not.toBe("");
  }
});

it("puts the exact name first, also where others contain it or are called the same", () => {
  expect(found("clip")[0]).toBe("operator/clip");
  expect(found("clip")).toContain("operator/sigma_clip");
  expect(found("min").slice(0, 2)).toEqual(["operator/min", "unit/min"]);
  expect(found("penalty")[0]).toBe("member/penalty");
  expect(found("N")[0]).toBe("unit/N");
  expect(found("PENALTY")[0]).toBe("member/penalty");
});

it("finds by another name, by the code of a rule, by a symbol and by what a unit is called", () => {
  expect(found("clamp")[0]).toBe("operator/clip");
  expect(found("rh203")[0]).toBe("rule/compensable-constraint");
  expect(found("^")[0]).toBe("operator/power");
  expect(found("newton")[0]).toBe("unit/N");
  expect(found("unit min")[0]).toBe("unit/min");
});

it("finds by words of what is said, names before summaries before the rest", () => {
  expect(found("how to repeat n-grams")).toContain("operator/ngram_repetition");
  expect(found("moving average")[0]).toBe("operator/ema");
  expect(found("conditional value at risk")[0]).toBe("operator/cvar");
  expect(found("rotations")).toContain("operator/rotate");
  expect(found("edit distance")[0]).toBe("operator/edit_distance");
  const length = found("length");
  expect(length.indexOf("operator/length_band")).toBeLessThan(length.indexOf("operator/norm"));
});

it("falls back on those that say most of the words, where none says all", () => {
  expect(found("advantage qqqq").length).toBeGreaterThan(0);
  expect(found("advantage qqqq zzzz")).toEqual([]);
});

it("finds nothing for nothing, and suggests a name for a slip", () => {
  expect(found("")).toEqual([]);
  expect(found("qqqqzzzz")).toEqual([]);
  expect(suggestName("sigmiod")).toBe("sigmoid");
  expect(suggestName("objektive")).toBe("objective");
});

it("shows on the page of an operator what its record says", () => {
  const page = entryById("operator/par")!.page();
  for (const part of ["par(r", "it rises with `r`", "Always in `0..1`", "**Source**", "calibrate.md"])
    expect(page).toContain(part);
  for (const [, to] of page.matchAll(/\]\((\w+)\.md\)/g)) expect(operatorByName.has(to!), to).toBe(true);
});

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

it("answers the editor, ranked, and gives pages by id", async () => {
  client = startClient();
  await client.initialise();
  const ranked = await client.ask<ReferenceItem[]>(referenceRequest, { query: "toler" });
  expect(ranked[0]).toMatchObject({ id: "operator/tolerance", name: "tolerance", kind: "operator" });
  const all = await client.ask<ReferenceItem[]>(referenceRequest, { query: " " });
  expect(all.length).toBe(entries.length);
  expect(await client.ask<string>(referencePageRequest, { id: "tag/hazard" })).toContain("must not happen");
  expect(await client.ask<null>(referencePageRequest, { id: "tag/none" })).toBeNull();
  expect(client.logged).toEqual([]);
});

it("is wired: the command is declared, registered, and shown as rendered Markdown", () => {
  const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const { contributes } = JSON.parse(read("package.json"));
  expect(contributes.commands.map(({ command }: { command: string }) => command)).toContain("telos.searchReference");
  expect(contributes.configurationDefaults["workbench.editorAssociations"]).toHaveProperty(["telos-reference:/**/*.md"]);
  const feature = read("client/features/reference.ts");
  expect(feature).toContain('registerCommand("telos.searchReference"');
  expect(feature).toContain('SCHEME = "telos-reference"');
  expect(read("client/extension.ts")).toContain("registerReference(client)");
});
