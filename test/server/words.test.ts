// The editor's explanations cover the language: words, tags, sources, units, snippets.
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { trustOfSource } from "../../compiler/types/trust.ts";
import { baseUnits, derivedUnits } from "../../compiler/types/unit-table.ts";
import { contextWords, declarations, hardWords, tags } from "../../grammar/words.ts";
import { axisDocs, keywordDocs, sourceDocs, tagDocs, typeDocs } from "../../server/words/index.ts";
import { memberWords } from "../../server/words/member-words.ts";
import { unitNames } from "../../server/words/unit-words.ts";

it("explains every declaration word and every hard word", () => {
  for (const word of [...Object.keys(declarations), ...hardWords]) expect(keywordDocs.has(word), word).toBe(true);
});

it("explains every word with a meaning inside a declaration", () => {
  // Words that are only ever part of another: `one of`, `writable by`, `equivalent to`.
  const parts = ["of", "to"];
  for (const word of contextWords) {
    expect(keywordDocs.has(word) || typeDocs.has(word) || axisDocs.has(word) || parts.includes(word), word).toBe(true);
  }
});

it("explains exactly the tags, sources and units there are", () => {
  expect([...tagDocs.keys()].sort()).toEqual(
    Object.entries(tags)
      .map(([word, { second }]) => (second ? `${word} ${second}` : word))
      .sort(),
  );
  expect([...sourceDocs].map(([word, { trust }]) => [word, trust])).toEqual([...trustOfSource]);
  expect([...unitNames.keys()].sort()).toEqual([...baseUnits, ...derivedUnits.keys()].sort());
});

it("inserts members that parse as they stand", () => {
  for (const { word, snippet } of memberWords) {
    if (snippet === undefined || word === "@allow") continue;
    const member = snippet
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
      .replace(/\$\{\d+:([^}]*)\}/g, "$1")
      .replace("prove return in ", "prove return in 0..1")
      .replace(/(= |prev\(name\) \+ |\(|assume )\$0/, "$1x")
      .replace("$0", "");
    const { file, diagnostics } = compile(`reward R {\n  ${member}\n}\n`);
    const syntax = diagnostics.filter(({ code, severity }) => code.startsWith("S") && severity === "error");
    expect(syntax, member).toEqual([]);
    const [reward] = file.declarations;
    expect(reward?.kind === "reward" && reward.members.length, member).toBe(1);
  }
});
