// Valid files give the tree that the grammar says, without an error.
import { expect, test } from "vitest";
import type * as ast from "../../grammar/ast.ts";
import { parse } from "../../grammar/parser.ts";
import { all, holes, prefix, withoutOffsets } from "./fixtures.ts";

function expressionOf(expression: string): ast.Expression {
  const { file, errors } = parse(`reward R { let x = ${expression} }`);
  expect(errors).toEqual([]);
  return ((file.declarations[0] as ast.Reward).members[0] as ast.Binding).value;
}

function memberOf(source: string): ast.Member {
  const { file, errors } = parse(`reward R {\n${source}\n}`);
  expect(errors).toEqual([]);
  const { members } = file.declarations[0] as ast.Reward;
  expect(members.length).toBe(1);
  return members[0];
}

test.each(all)("%s has no error and no hole", (_name, text) => {
  const { file, errors } = parse(text);
  expect(errors).toEqual([]);
  expect(holes(file)).toEqual([]);
});

test.each([
  ["a or b and not c == d", "(or a (and b (not (== c d))))"],
  ["not not a", "(not (not a))"],
  ["a < b <= c", "(chain a < b <= c)"],
  ["a == b == c", "(chain a == b == c)"],
  ["a in 0..1", "(in a (.. 0 1))"],
  ["a + b - c", "(- (+ a b) c)"],
  ["a + b * c % d", "(+ a (% (* b c) d))"],
  ["a + b ?? 0", "(+ a (?? b 0))"],
  ["a ?? b ?? c", "(?? (?? a b) c)"],
  ["-x^2", "(- (^ x 2))"],
  ["2^-1", "(^ 2 (- 1))"],
  ["a^b^c", "(^ a (^ b c))"],
  ["a - -b", "(- a (- b))"],
  ["mean(x) over steps < 1", "(< (over mean(x) steps) 1)"],
  ["a + 1..b * 2", "(.. (+ a 1) (* b 2))"],
  ["v[0].x[a..b]", "(at (. (at v 0) x) (.. a b))"],
  ["9.81 [m/s^2]", "9.81[m^1 s^-2]"],
  ["[0, 0.2] [m]", "[0 0.2][m^1]"],
  ["1 [1/s]", "1[1^1 s^-1]"],
  ["0..0.45 [m]", "(.. 0 0.45[m^1])"],
  ["-inf", "(- inf)"],
  ["max(x) over last 10 steps", "(over max(x) last 10 steps)"],
  ["max(x) over last 0.5 [s]", "(over max(x) last 0.5[s^1])"],
  ["last(x) over last", "(over last(x) last)"],
  ["f()", "f()"],
  ["f(x, k: 2 + 1)", "f(x, k:(+ 2 1))"],
  ["sum(max(0, d) for d in obstacles where d > 0)", "sum(max(0, d) for d in obstacles where (> d 0))"],
  ["mean(v where v > 0) over steps", "(over mean(v where (> v 0)) steps)"],
  ['[lower(l) for l in lines(t) where l != ""]', '(list lower(l) for l in lines(t) where (!= l ""))'],
  ["if a then b else if c then d else e", "(if a b (if c d e))"],
  ["1 + if a then b else c + 2", "(+ 1 (if a b (+ c 2)))"],
  ['match k { "a" | "b" => 1, 2 => x, true => y, else => z }', '(match k "a"|"b"=>1 2=>x true=>y else=>z)'],
  ["honest with { a = 1, steps 3 { b = 2 } } <= honest", "(<= (with honest 2) honest)"],
  ['t matches r"a\\d+"im', '(matches t r"a\\d+"im)'],
  ["((a))", "(paren (paren a))"],
  ["reward + data.group[goal] * let_", "(+ reward (* (at (. data group) goal) let_))"],
])("%s", (source, expected) => {
  expect(prefix(expressionOf(source))).toBe(expected);
});

test("texts keep what they say", () => {
  expect(expressionOf('"a\\n\\t\\"\\\\\\u{1F600}"')).toMatchObject({ value: 'a\n\t"\\😀', raw: false, flags: "" });
  expect(expressionOf('r"\\d\\"x"im')).toMatchObject({ value: '\\d\\"x', raw: true, flags: "im", text: 'r"\\d\\"x"im' });
  expect(expressionOf("1_000.5e-1")).toMatchObject({ value: 100.05, text: "1_000.5e-1" });
});

test.each<[string, object]>([
  ["horizon 1000 steps", { kind: "setting", setting: "horizon", steps: true }],
  ["dt 1 [s] / 60", { kind: "setting", setting: "dt", value: { kind: "binary" } }],
  ["advantage grpo", { kind: "setting", value: { kind: "name", name: "grpo" } }],
  ['principal "user"', { kind: "setting", value: { kind: "text", value: "user" } }],
  ["ends when fell as failure", { kind: "ends", outcome: "failure", condition: { kind: "name" } }],
  ["signals Quadruped", { kind: "signals-include", name: { text: "Quadruped" } }],
  ["param x = 3", { kind: "param", name: { text: "x" }, value: { value: 3 } }],
  [
    "param x : 0..1 [m] = 0.5",
    { kind: "param", type: { base: { kind: "range" }, unit: { factors: [{ name: "m", exponent: 1 }] } } },
  ],
  [
    "track a : vector(4) [s] starts 0 = prev(a)",
    { kind: "track", starts: { value: 0 }, type: { base: { kind: "vector", size: 4 } } },
  ],
  ["limit x = mean(c) over episodes <= 0.1", { kind: "limit", value: { kind: "binary", operator: "<=" } }],
  [
    "objective a weight 2 per second when c = x",
    { kind: "objective", weight: { value: 2 }, rate: "per second", when: { name: "c" } },
  ],
  ["penalty a once = x when c", { kind: "penalty", rate: "once", when: { name: "c" }, value: { name: "x" } }],
  ["shaping a weight 2 = potential(x)", { kind: "shaping", weight: { value: 2 }, value: { kind: "call" } }],
  ["require a = b else -1", { kind: "require", condition: { name: "b" }, otherwise: { kind: "unary" } }],
  ["require a = if b then c else d else -1", { kind: "require", condition: { kind: "if" }, otherwise: { kind: "unary" } }],
  ["total = clip(terms, -1, 1)", { kind: "total", value: { kind: "call" } }],
  ["assume a > b", { kind: "assume", condition: { operator: ">" } }],
  ["expect a > b > c by 0.5", { kind: "expect", condition: { kind: "chain", operators: [">", ">"] }, by: { value: 0.5 } }],
  ["prove return in -1..1", { kind: "prove", claim: { kind: "condition" } }],
  [
    "prove separates solved by 0.1",
    { kind: "prove", claim: { kind: "separates", goal: { text: "solved" }, by: { value: 0.1 } } },
  ],
  ["prove separates > 1", { kind: "prove", claim: { kind: "condition" } }],
  [
    "prove increasing return in x",
    { kind: "prove", claim: { kind: "monotone", direction: "increasing", what: { text: "return" }, signal: { text: "x" } } },
  ],
  ["prove equivalent to Other", { kind: "prove", claim: { kind: "equivalent", other: { text: "Other" } } }],
  ["prove not farmable", { kind: "prove", claim: { kind: "not-farmable" } }],
  ["prove not farmable or x", { kind: "prove", claim: { kind: "condition", condition: { operator: "or" } } }],
  [
    "sequence m = a >= 1 then b within 30 [s] then c for 2 [s] avoiding d",
    { kind: "sequence", stages: [{}, { within: { value: 30 } }, { for: { value: 2 } }], avoiding: { name: "d" } },
  ],
  [
    'data d "logs/*.jsonl" { a = "b.c[0]", episode = "id" }',
    {
      kind: "data",
      glob: { value: "logs/*.jsonl" },
      world: { items: [{ path: [{ text: "a" }] }, { path: [{ text: "episode" }] }] },
    },
  ],
  [
    "scenario s like o { v.x = 1 steps = 3 steps 4 { a = b } steps 2 }",
    {
      kind: "scenario",
      like: { text: "o" },
      world: {
        items: [
          { kind: "entry", path: [{ text: "v" }, { text: "x" }] },
          { kind: "entry", path: [{ text: "steps" }] },
          { kind: "segment", steps: { value: 4 }, world: { items: [{}] } },
          { kind: "segment", steps: { value: 2 } },
        ],
      },
    },
  ],
  [
    '@allow(bound-then-add, "why") let x = 1',
    { annotations: [{ name: { text: "allow" }, rule: { text: "bound-then-add" }, reason: { value: "why" } }] },
  ],
])("%s", (source, expected) => {
  expect(withoutOffsets(memberOf(source))).toMatchObject(expected);
});

test.each<[string, object]>([
  ["bool", { base: { kind: "named", name: "bool" }, optional: false }],
  ["0..1?", { base: { kind: "range" }, optional: true }],
  ["-inf..limit_x [m]", { base: { kind: "range", range: { lo: { kind: "unary" }, hi: { kind: "name" } } }, unit: {} }],
  ["count in 0..2", { base: { name: "count" }, range: { hi: { value: 2 } } }],
  [
    "vector(3) [m/s] in -5..5",
    { base: { kind: "vector", size: 3 }, unit: { factors: [{ exponent: 1 }, { exponent: -1 }] }, range: {} },
  ],
  ["vector(3) in -5..5 [m/s]?", { base: { kind: "vector" }, unit: {}, range: {}, optional: true }],
  ["bools(4)", { base: { kind: "bools", size: 4 } }],
  ["quaternion(xyzw)", { base: { kind: "quaternion", order: "xyzw" } }],
  ["list of list of vector(2)", { base: { kind: "list", of: { kind: "list", of: { kind: "vector" } } } }],
  ["ensemble(4) of -20..20", { base: { kind: "ensemble", size: 4, of: { kind: "range" } } }],
  ['one of "a" | "b" | "c"', { base: { kind: "one-of", alternatives: [{}, {}, { value: "c" }] } }],
  ["one..of", { base: { kind: "range", range: { lo: { name: "one" } } } }],
  ["list..3", { base: { kind: "range" } }],
])("type %s", (source, expected) => {
  expect(withoutOffsets((memberOf(`signal x : ${source}`) as ast.Signal).type)).toMatchObject(expected);
});

test("a signal has a timing, a source and tags in any order", () => {
  const signal = memberOf(
    'signal x : 0..1 writable by policy at end default -1 [m] from model("a", "b") hazard kind regression measured by "x"',
  ) as ast.Signal;
  expect(withoutOffsets(signal)).toMatchObject({
    timing: { timing: "at end" },
    source: { name: { text: "model" }, args: [{ value: "a" }, { value: "b" }] },
    tags: [
      { tag: "writable by", value: { text: "policy" } },
      { tag: "default", value: { kind: "unary" } },
      { tag: "hazard" },
      { tag: "kind" },
      { tag: "measured by" },
    ],
  });
});

test("words of the language may name entries, and a word with a colon begins the next one", () => {
  const block = memberOf(
    "signals per step from policy {\n rate : 0..1\n from : bool\n at : text\n kind : number hazard\n goal : bool\n total : bool\n signal : bool }",
  );
  expect((block as ast.SignalBlock).entries.map((entry) => entry.name.text)).toEqual([
    "rate",
    "from",
    "at",
    "kind",
    "goal",
    "total",
    "signal",
  ]);
});

test("a file holds a version, uses, units, functions, sets and rewards", () => {
  const { file, errors } = parse(
    'language 1\nuse "a.reward"\nunit tok unit km = 1000 [m]\nfn f(x, at = 3) = x - at\nsignals S { a : bool }\nreward R : -1..inf {}',
  );
  expect(errors).toEqual([]);
  expect(file.language?.value).toBe(1);
  expect(file.declarations.map((node) => node.kind)).toEqual(["use", "unit", "unit", "fn", "signal-set", "reward"]);
  expect(withoutOffsets(file.declarations[3])).toMatchObject({
    params: [{ name: { text: "x" } }, { name: { text: "at" }, default: { value: 3 } }],
  });
});

test("docs go to the next declaration, comments to the file", () => {
  const text =
    '/// A\n///  b\n// c\nreward R {\n  /// x\n  @allow(a, "b")\n  /// y\n  let a = 1 // d\n  signals {\n    /// e\n    s : bool\n  }\n}\n';
  const { file, errors } = parse(text);
  expect(errors).toEqual([]);
  const reward = file.declarations[0] as ast.Reward;
  expect(reward.doc).toBe("A\n b");
  expect(reward.members.map((member) => member.doc)).toEqual(["x\ny", undefined]);
  expect((reward.members[1] as ast.SignalBlock).entries[0].doc).toBe("e");
  expect(file.comments.map(({ text: comment, ownLine }) => [comment, ownLine])).toEqual([
    ["// c", true],
    ["// d", false],
  ]);
});

test("spans are the declaration's own text", () => {
  const text = '  @allow(x, "y") let a = 1 + 2 ;  goal g = a';
  const { members } = parse(`reward R {${text}}`).file.declarations[0] as ast.Reward;
  const source = (node: ast.Member) => `reward R {${text}}`.slice(node.start, node.end);
  expect(members.map(source)).toEqual(['@allow(x, "y") let a = 1 + 2', "goal g = a"]);
});
