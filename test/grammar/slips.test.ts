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
  ["a&&b", "(and a b)"],
  ["a | b", "(or a b)"],
  ["~a and b", "(and (not a) b)"],
  ["a <> b", "(!= a b)"],
  ["a =< b", "(<= a b)"],
  ["a => b", "(>= a b)"],
  ["a xor b", "(!= a b)"],
  ["np.clip(x, 0, 1)", "clip(x, 0, 1)"],
  ["np.linalg.norm(v) + 1", "(+ norm(v) 1)"],
  ["v.mean()", "mean(v)"],
  ["t.strip().lower() == u", "(== lower(trim(t)) u)"],
  ["t.replace(a, b)", "replace(t, a, b)"],
  ["1 if a else 0", "(if a 1 0)"],
  ["1 if a > 0 and b else 2 if c else 0", "(if (and (> a 0) b) 1 (if c 2 0))"],
  ["a ? 1 : 0", "(if a 1 0)"],
  ["a > b ? 1 : c ? 2 : 3", "(if (> a b) 1 (if c 2 3))"],
  ["if a: 1 else 0", "(if a 1 0)"],
  ["if a: 1 else: 0", "(if a 1 0)"],
  ["if (a) 1 else 0", "(if (paren a) 1 0)"],
  ["if a { 1 } else { 0 }", "(if a 1 0)"],
  ["if a then 1 elif b then 2 else 3", "(if a 1 (if b 2 3))"],
  ["if a = 1 and b = 2 then 1 else 0", "(if (and (== a 1) (== b 2)) 1 0)"],
  ['t contains "x" and a', '(and contains(t, "x") a)'],
  ["x is None", "missing(x)"],
  ["x is not None and a", "(and (not missing(x)) a)"],
  ["x is a", "(== x a)"],
  ["x is not a", "(!= x a)"],
  ["a and x + y not in 0..1", "(and a (not (in (+ x y) (.. 0 1))))"],
  ["sum(q for q in v if q > 0)", "sum(q for q in v where (> q 0))"],
  ["[q for q in v if q > 0]", "(list q for q in v where (> q 0))"],
  ["v[0:2]", "(at v (.. 0 1))"],
  ["v[a:b]", "(at v (.. a (- b 1)))"],
  ["return x", "x"],
  ["f(`x`)", "f(`x`)"],
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
  ["signal x : 0-1", "signal x : 0..1"],
  ["signal x : -1-1 [m]", "signal x : -1..1 [m]"],
  ["signal x : 0 to 1", "signal x : 0..1"],
  ["signal x : [0, 1]", "signal x : 0..1"],
  ["signal x : (-1, 1)", "signal x : -1..1"],
  ["signal x : float[0, 1]", "signal x : 0..1"],
  ["signal x : number in [0, 1]", "signal x : number in 0..1"],
  ["let x 3", "let x = 3"],
  ["objective x weight 2 a", "objective x weight 2 = a"],
  ["objective x += a", "objective x = a"],
  ["objective x weight: 2 = a", "objective x weight 2 = a"],
  ["objective x weight=2 = a", "objective x weight 2 = a"],
  ["objective x = a weight 2", "objective x weight 2 = a"],
  ["ends when a = 1", "ends when a == 1"],
  ["require x = a = 1 else 0", "require x = a == 1 else 0"],
  ["goal x = a = b", "goal x = a == b"],
  ["let x = if a then 1", "let x = if a then 1 else 0"],
  ["let x = 50%", "let x = 0.5"],
  ["let x = 1,000", "let x = 1_000"],
  ["x = 3", "let x = 3"],
  ["bonus x = 3", "objective x = 3"],
])("%s is mended to %s", (broken, mended) => {
  const wrap = (member: string) => `reward R {\n  ${member}\n}\n`;
  const { errors } = parse(wrap(broken));
  expect(errors.length).toBe(1);
  expect(applyFixes(wrap(broken), errors)).toBe(wrap(mended));
});

test.each([
  ["fn f(x) { return x + 1; }\n", "fn f(x) = x + 1\n"],
  ["def f(x) = x + 1\n", "fn f(x) = x + 1\n"],
  ["# note\nfn f(x) = x\n", "// note\nfn f(x) = x\n"],
])("%s at the top is mended to %s", (broken, mended) => {
  const { errors } = parse(broken);
  expect(errors.length).toBe(1);
  expect(applyFixes(broken, errors)).toBe(mended);
});

test.each([
  ["x += 1", "Nothing is changed once it is named"],
  ["for i in xs", "no loops"],
  ["if a > 0:", "objective name = if CONDITION then A else B"],
  ["return a", "Nothing is returned"],
])("%s on a line of its own is one error that says what to write", (line, help) => {
  const { errors } = parse(`reward R {\n  let a = 1\n  ${line}\n  let b = 2\n}\n`);
  expect(errors.map(({ code }) => code)).toEqual(["S304"]);
  expect(errors[0].help).toContain(help);
});

test.each(["1 if a else 2", "v.mean()", "np.max(v, w)", "a is None", "if (a) 1 else 0", "a ? 1 : 2", "v[0:2]", "t contains u"])(
  "%s is one error",
  (source) => {
    expect(parse(`reward R { let x = ${source} }`).errors.length).toBe(1);
  },
);

test("a bad escape is an error whose fix doubles the backslash", () => {
  const text = 'reward R { let x = "\\d+\\n \\w" }';
  const { file, errors } = parse(text);
  expect(errors.map((error) => error.code)).toEqual(["S104"]);
  expect(applyFixes(text, errors)).toBe('reward R { let x = "\\\\d+\\n \\\\w" }');
  const { value } = (file.declarations[0] as ast.Reward).members[0] as ast.Binding;
  expect(value).toMatchObject({ value: "\\d+\n \\w" });
  expect(parse(applyFixes(text, errors)).errors).toEqual([]);
});
