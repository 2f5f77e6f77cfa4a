// What changes how the text looks: inlay hints, colours, code lenses.
import { expect, it } from "vitest";
import { provideCodeLenses, titleOfLens } from "../../server/requests/provide-code-lenses.ts";
import { provideInlayHints } from "../../server/requests/provide-inlay-hints.ts";
import { provideSemanticTokens } from "../../server/requests/provide-semantic-tokens.ts";
import { marked, walk } from "./marker.ts";

it("shows inferred ranges and units at the end of a declaration, and the unit a bare weight takes", () => {
  const { document, text } = marked(walk);
  const hints = provideInlayHints(document, { start: 0, end: text.length }).map(({ offset, label }) => {
    const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, text.indexOf("\n", offset)).trim();
    const at = line.length - (text.indexOf("\n", offset) - offset);
    return `${line.slice(0, at)}«${label}»${line.slice(at)}`;
  });
  expect(hints).toContain("let off = norm(command - velocity)«: 0..4.24 [m/s]»");
  expect(hints.find((hint) => hint.startsWith("penalty   effort weight 0.01« per m/s»"))).toBeDefined();
  expect(hints.find((hint) => hint.startsWith("goal"))).toBeUndefined();
});

it("gives hints for the wanted range only", () => {
  const { document, text } = marked(walk);
  const start = text.indexOf("let off");
  expect(provideInlayHints(document, { start, end: text.indexOf("\n", start) }).map(({ label }) => label)).toEqual([
    ": 0..4.24 [m/s]",
  ]);
});

it("colours a soft word by what it is, not by how it is spelt", () => {
  const { document, text } = marked(`reward R {
  signal weight : 0..1 from policy
  objective goal weight 0.5 = weight + abs(weight)
}`);
  const tokens = provideSemanticTokens(document).map(({ start, end, type }) => `${text.slice(start, end)}:${type}`);
  expect(tokens).toEqual([
    "reward:keyword",
    "R:class",
    "signal:keyword",
    "weight:parameter",
    "from:keyword",
    "policy:enumMember",
    "objective:keyword",
    "goal:property",
    "weight:keyword",
    "weight:parameter",
    "abs:function",
    "weight:parameter",
  ]);
});

it("answers a part of the file with the tokens in it, all on one line, none overlapping", () => {
  const { document, text } = marked(walk);
  const all = provideSemanticTokens(document);
  const range = { start: 300, end: 700 };
  expect(provideSemanticTokens(document, range)).toEqual(all.filter(({ start, end }) => start < 700 && end > 300));
  all.forEach((token, index) => {
    expect(text.slice(token.start, token.end)).not.toContain("\n");
    if (index > 0) expect(token.start).toBeGreaterThanOrEqual(all[index - 1]!.end);
  });
});

it("puts a way into the preview above each reward", () => {
  const { document, text } = marked("reward A {\n  signal a : bool from verifier\n  objective x = a\n}\nreward B {\n  let = \n}");
  const lenses = provideCodeLenses(document).filter(({ title }) => title === "▶ Simulate");
  expect(lenses.map(({ start, end }) => text.slice(start, end))).toEqual(["A", "B"]);
  expect(lenses.map(({ reward }) => reward)).toEqual(["A", "B"]);
});

it("says what scenarios pay and how expectations fare", () => {
  const { document } = marked(`reward R {
  signal ok : bool from verifier
  signal n : 0..10 from policy
  objective right = ok
  penalty long weight 0.1 = n
  scenario honest { ok = true, n = 0 }
  scenario padded { ok = false, n = 5 }
  expect honest > padded
  expect padded > honest
}`);
  const titles = provideCodeLenses(document).map(({ reward, shows }) => titleOfLens(document, reward, shows));
  expect(titles).toEqual(["▶ Simulate", "honest 1 · padded −0.5", "✗ 1 of 2 expectations fails"]);
});

it("has no lens about scenarios where there are none, and says why one cannot be computed", () => {
  const { document } = marked("reward A {\n  signal a : bool from verifier\n  objective x = a\n}");
  expect(provideCodeLenses(document).map(({ shows }) => shows)).toEqual(["simulate"]);
  const long = marked(
    "reward A {\n  signal a : 0..1 from policy\n  objective x = a\n  scenario s { steps 200000 { a = 1 } }\n}",
  ).document;
  expect(titleOfLens(long, "A", "pays")).toContain("preview");
  expect(titleOfLens(marked("reward A {\n  let = 1\n}").document, "A", "pays")).toContain("errors");
});
