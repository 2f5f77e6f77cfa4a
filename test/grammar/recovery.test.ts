// Half-typed and broken files: nothing throws, the tree is complete, and healthy declarations stay.
import { expect, test } from "vitest";
import type * as ast from "../../grammar/ast.ts";
import { lex } from "../../grammar/lex.ts";
import { parse } from "../../grammar/parser.ts";
import { examples, hacks, holes, label, labels, withoutOffsets } from "./fixtures.ts";

type Node = ast.Member | ast.Declaration;

/** Members and declarations, but for rewards, in source order. */
function nodesOf(file: ast.File): Node[] {
  return file.declarations.flatMap((node): Node[] => (node.kind === "reward" ? node.members : [node]));
}

test.each(examples)("%s: every prefix keeps the declarations before the cut", (_name, text) => keepsBeforeCut(text, 1));
test.each(hacks)("%s: every third prefix keeps the declarations before the cut", (_name, text) => keepsBeforeCut(text, 3));

function keepsBeforeCut(text: string, stride: number): void {
  const whole = nodesOf(parse(text).file);
  const expected = whole.map((node) => JSON.stringify(withoutOffsets(node)));
  for (let cut = 0; cut <= text.length; cut += stride) {
    // Half of a comment's `//` is a division.
    if (/(?<!\/)\/$/.test(text.slice(0, cut)) && text[cut] === "/") continue;
    const { file } = parse(text.slice(0, cut));
    const found = nodesOf(file);
    const healthy = whole.filter((node) => node.end <= cut).length;
    expect(found.length, `cut at ${cut}`).toBeGreaterThanOrEqual(healthy);
    for (let i = Math.max(0, healthy - 2); i < healthy; i++) {
      expect(JSON.stringify(withoutOffsets(found[i])), `cut at ${cut}, ${label(whole[i])}`).toBe(expected[i]);
    }
    if (cut % 9 === 0) expect(holes(file), `cut at ${cut}`).toEqual([]);
  }
}

/** Ways to break one declaration. */
function breakages(text: string): [what: string, broken: string][] {
  const { tokens } = lex(text);
  const span = (i: number): [number, number] => [tokens[i].startOffset, tokens[i].startOffset + tokens[i].image.length];
  return tokens.flatMap((token, i): [string, string][] => {
    const [start, end] = span(i);
    const at = `at ${start} (${token.image})`;
    const broken: [string, string][] = [
      [`without ${at}`, text.slice(0, start) + text.slice(end)],
      [`') =' before ${at}`, `${text.slice(0, start)} ) = ${text.slice(start)}`],
      [`'(' before ${at}`, `${text.slice(0, start)} ( ${text.slice(start)}`],
      [`'{' before ${at}`, `${text.slice(0, start)} { ${text.slice(start)}`],
      [`'}' before ${at}`, `${text.slice(0, start)} } ${text.slice(start)}`],
      [`a quote before ${at}`, `${text.slice(0, start)} " ${text.slice(start)}`],
    ];
    // One of them at each token: every kind meets every construct somewhere.
    return [broken[i % broken.length]];
  });
}

test.each(examples)("%s: a broken declaration does not take its neighbours along", (_name, text) => {
  const whole = parse(text).file;
  const nodes = nodesOf(whole).filter((node) => "name" in node && node.kind !== "signals-include");
  const lost: string[] = [];
  for (const [what, broken] of breakages(text)) {
    const { file } = parse(broken);
    const found = new Set(labels(file));
    const at = Number(/at (\d+)/.exec(what)![1]);
    // A brace too many or too few inside a block may cost the declaration itself, never one that begins on another line.
    const hit = nodes.find((node) => node.start <= at && at < node.end) ?? nodes.findLast((node) => node.end <= at);
    const line = (offset: number) => text.lastIndexOf("\n", offset);
    const gone = nodes.filter((node) => node !== hit && line(node.start) !== line(at) && !found.has(label(node)));
    if (gone.length > 0) lost.push(`${what}: ${gone.map(label).join(", ")}`);
  }
  expect(lost).toEqual([]);
});
