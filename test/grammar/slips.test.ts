// Habits from elsewhere: understood as meant, with one error and a fix that makes the text right.
import { expect, test } from "vitest";
import type * as ast from "../../grammar/ast.ts";
import { parse } from "../../grammar/parser.ts";
import type { SyntaxProblem } from "../../grammar/syntax-errors.ts";
import { prefix, withoutOffsets } from "./fixtures.ts";

/** The text with the first fix of every error applied. */
function applyFixes(text: string, errors: readonly SyntaxProblem[]): string {
  const edits = errors.flatMap((error) => error.fixes?.[0].edits ?? []).sort((a, b) => b.start - a.start);
  return edits.reduce((fixed, { start, end, text: replacement }) => fixed.slice(0, start) + replacement + fixed.slice(end), text);
}

/** The tree without how its literals are written and without parentheses. */
function bare(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(bare);
  if (typeof tree !== "object" || tree === null) return tree;
  const node = withoutOffsets(tree) as Record<string, unknown>;
  if (node.kind === "paren") return bare(node.inner);
  if (node.kind === "number" || node.kind === "text") delete node.text;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, bare(value)]));
}

test.each([
  ["a && b", "(and a b)"],
  ["a & b || c", "(or (and a b) c)"],
  ["!a", "(not a)"],
  ["!a == b", "(== (not a) b)"],
  ["!a and !f(b)", "(and (not a) (not f(b)))"],
  ["2 ** 3", "(^ 2 3)"],
  ["a ≤ b", "(<= a b)"],
  ["a ≥ b and c ≠ d", "(and (>= a b) (!= c d))"],
  ["a === b", "(== a b)"],
  ["a !== b", "(!= a b)"],
  ["a − b × c ÷ d", "(- a (/ (* b c) d))"],
  [".5 + .25e1", "(+ .5 .25e1)"],
  ["10m", "10[m^1]"],
  ["0.5ms + 1", "(+ 0.5[ms^1] 1)"],
  ["f(“so”, ‘it’, 'is', 'a \"b\"')", "f(“so”, ‘it’, 'is', 'a \"b\"')"],
  ["f(x, k = 2)", "f(x, k:2)"],
  ["f(x; y)", "f(x, y)"],
  ["match a { 1 = 2, else => 3 }", "(match a 1=>2 else=>3)"],
])("%s", (source, expected) => {
  const text = `reward R { let x = ${source} }`;
  const { file, errors } = parse(text);
  const { value } = (file.declarations[0] as ast.Reward).members[0] as ast.Binding;
  expect(prefix(value)).toBe(expected);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.every((error) => error.severity !== "hint" && error.fixes?.[0].safe === true)).toBe(true);

  const fixed = parse(applyFixes(text, errors));
  expect(fixed.errors).toEqual([]);
  expect(bare(fixed.file)).toEqual(bare(file));
});

test("texts between other quotes hold the same", () => {
  const { file } = parse("reward R { let x = f(“so”, 'it\\'s', '\"b\"') }");
  const { value } = (file.declarations[0] as ast.Reward).members[0] as ast.Binding;
  expect((value as ast.Call).args.map(({ value: text }) => (text as ast.TextLiteral).value)).toEqual(["so", "it's", '"b"']);
});

test.each([
  ["let x == 3", "let x = 3"],
  ["scenario s { a : 3 }", "scenario s { a = 3 }"],
  ["signal x = bool", "signal x : bool"],
  ["signals {\n    signal a : bool\n  }", "signals {\n    a : bool\n  }"],
  ["let x = 1 # one", "let x = 1 // one"],
  ["objctive x = 1", "objective x = 1"],
  ["objective x wieght 2 = 1", "objective x weight 2 = 1"],
  ["signal x : bool hazrd", "signal x : bool hazard"],
])("%s is mended to %s", (broken, mended) => {
  const wrap = (member: string) => `reward R {\n  ${member}\n}\n`;
  const { errors } = parse(wrap(broken));
  expect(errors.length).toBe(1);
  expect(applyFixes(wrap(broken), errors)).toBe(wrap(mended));
});

test("a bad escape is an error whose fix doubles the backslash", () => {
  const text = 'reward R { let x = "\\d+\\n \\w" }';
  const { file, errors } = parse(text);
  expect(errors.map((error) => error.code)).toEqual(["S104"]);
  expect(applyFixes(text, errors)).toBe('reward R { let x = "\\\\d+\\n \\\\w" }');
  const { value } = (file.declarations[0] as ast.Reward).members[0] as ast.Binding;
  expect(value).toMatchObject({ value: "\\d+\n \\w" });
  expect(parse(applyFixes(text, errors)).errors).toEqual([]);
});
