// The shape of a file: symbols, folding, selection.
import { expect, it } from "vitest";
import { type DocumentSymbol, provideDocumentSymbols } from "../../server/requests/provide-document-symbols.ts";
import { provideFoldingRanges } from "../../server/requests/provide-folding-ranges.ts";
import { provideSelectionRanges } from "../../server/requests/provide-selection-ranges.ts";
import { provideWorkspaceSymbols } from "../../server/requests/provide-workspace-symbols.ts";
import { marked, walk } from "./marker.ts";

const shown = (symbol: DocumentSymbol): string => [symbol.kind, symbol.name, symbol.detail].join(" ").trim();

it("lists the members of a reward in order, entries of signal blocks among them", () => {
  const [reward, ...others] = provideDocumentSymbols(marked(walk).document);
  expect(others).toEqual([]);
  expect(shown(reward!)).toBe("reward Walk");
  expect(reward!.children.map(shown)).toEqual([
    "signal command vector(2) [m/s] in -1..1",
    "signal velocity vector(2) [m/s] in -2..2",
    "signal height 0..1 [m]",
    "signal fell bool",
    "param sigma 0.05..1",
    "let off",
    "goal tracked",
    "objective tracking",
    "penalty effort weight 0.01",
    "penalty fall weight 10",
    "shaping posture",
    "scenario walks",
    "scenario falls like walks",
    "expect expect walks > falls",
  ]);
});

it("keeps every name inside its symbol and every symbol inside its parent, in broken text too", () => {
  const check = (symbol: DocumentSymbol) => {
    expect(symbol.nameSpan.start).toBeGreaterThanOrEqual(symbol.span.start);
    expect(symbol.nameSpan.end).toBeLessThanOrEqual(symbol.span.end);
    expect(symbol.name).not.toBe("");
    for (const child of symbol.children) {
      expect(child.span.start).toBeGreaterThanOrEqual(symbol.span.start);
      expect(child.span.end).toBeLessThanOrEqual(symbol.span.end);
      check(child);
    }
  };
  for (const text of [walk, walk.replace("let off =", "let ="), "reward {\n let x\n signal", "fn f(", walk.slice(0, 600)]) {
    provideDocumentSymbols(marked(text).document).forEach(check);
  }
});

it("folds blocks from their first line of code, and runs of comments", () => {
  const { document, text } = marked(`// one
// two

/// Says what.
reward R {
  signals from policy {
    a : bool
  }
  scenario s {
    a = true
  }
}
`);
  const folds = provideFoldingRanges(document).map(
    ({ start, end, kind }) => `${kind} ${text.slice(start, end).split("\n").length} ${text.slice(start, end).split("\n")[0]}`,
  );
  expect(folds).toEqual(["comment 2 // one", "region 7 reward R {", "region 2 signals from policy {", "region 2 scenario s {"]);
});

it("grows the selection from the name to the file, strictly", () => {
  const { document, offset, text } = marked("reward R {\n  signal a : 0..1 from policy\n  let b = (1 + a‸) * 2\n}\n");
  const [spans] = provideSelectionRanges(document, [offset]);
  const texts = spans!.map(({ start, end }) => text.slice(start, end));
  expect(texts.slice(0, 5)).toEqual(["a", "1 + a", "(1 + a)", "(1 + a) * 2", "let b = (1 + a) * 2"]);
  expect(texts.at(-1)).toBe(text);
  spans!.slice(1).forEach((span, index) => {
    const inner = spans![index]!;
    expect(span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start).toBe(true);
  });
});

it("finds declarations of all documents by letters in order, with their reward", () => {
  const one = marked("reward One {\n  signal tokens : 0..9 from policy\n}").document;
  const two = marked("reward Two {\n  let total_kept = 1\n}").document;
  expect(provideWorkspaceSymbols([one, two], "tk").map(({ name, container }) => `${container}.${name}`)).toEqual([
    "One.tokens",
    "Two.total_kept",
  ]);
  expect(provideWorkspaceSymbols([one, two], "")).toHaveLength(4);
  expect(provideWorkspaceSymbols([one, two], "", 2)).toHaveLength(2);
});
