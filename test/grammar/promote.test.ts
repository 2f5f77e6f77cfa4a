// Rule P: where a soft word is a keyword, and where it is a name.
import { expect, test } from "vitest";
import type * as ast from "../../grammar/ast.ts";
import { parse } from "../../grammar/parser.ts";
import { declarations } from "../../grammar/words.ts";
import { labels } from "./fixtures.ts";

/** Labels of the members of `reward R { … }`; `!` where there are errors. */
function read(body: string): string {
  const { file, errors } = parse(`reward R {\n${body}\n}\n`);
  return `${errors.some((error) => error.severity !== "hint") ? "! " : ""}${labels(file).join(", ")}`;
}

test("the forms of the table make keywords, all on one line", () => {
  const body =
    'horizon 5 steps discount 0.9 dt 1 [s] group 8 advantage grpo principal "u" ends when a signal a : bool signals { b : bool } ' +
    "signals S param p = 1 let l = 1 goal g = a probe q = 1 track t starts 0 = 1 objective o = 1 penalty n weight 2 = 1 shaping h = potential(1) " +
    'sequence e = a then b require r = a else 0 limit i = 1 total = terms assume a scenario s { } data d "x" expect s > 1 prove not farmable';
  expect(read(body)).toBe(
    "horizon, discount, dt, group, advantage, principal, ends, signal a, signals[b], signals-include S, param p, let l, goal g, probe q, track t, " +
      "objective o, penalty n, shaping h, sequence e, require r, limit i, total, assume, scenario s, data d, expect, prove",
  );
});

test.each(Object.keys(declarations))("'%s' may name a signal, a let, a term, a scenario and an entry", (word) => {
  const text = `reward R {
  signals { ${word} : bool }
  signal ${word} : bool
  let ${word} = ${word} + max(${word}, 1) - ${word}.x * (${word}) ^ ${word}[0]
  goal g = if ${word} then ${word} else ${word}
  objective ${word} weight ${word} = ${word} when ${word}
  require ${word} = ${word} else ${word}
  scenario ${word} like ${word} { ${word} = 1, ${word}.x = ${word} steps 3 { ${word} = ${word} } }
  expect ${word} > ${word}
  prove separates ${word}
  total = ${word}
}`;
  const { file, errors } = parse(text);
  expect(errors).toEqual([]);
  expect(labels(file)).toEqual([
    `signals[${word}]`,
    `signal ${word}`,
    `let ${word}`,
    "goal g",
    `objective ${word}`,
    `require ${word}`,
    `scenario ${word}`,
    "expect",
    "prove",
    "total",
  ]);
});

test.each(Object.keys(declarations))("'%s' may stand alone on a line where an operand is due", (word) => {
  const text = `reward R {\n  let a =\n    ${word}\n  let b = 1 +\n    ${word}\n  let c = max(\n    ${word},\n    ${word}\n  )\n  scenario s {\n    a =\n      ${word}\n    b = 2\n  }\n}`;
  const { file, errors } = parse(text);
  expect(errors).toEqual([]);
  expect(labels(file)).toEqual(["let a", "let b", "let c", "scenario s"]);
});

test.each([
  // The current declaration still waits for its '='.
  ["objective a weight group\n  = 3", "objective a"],
  ["penalty a weight total = 3", "penalty a"],
  // After an operator a broken form is a name; a full form never is.
  ["let a = 1 +\ngoal\nlet b = 2", "let a, let b"],
  ["let a = 1 +\nlet b = 2", "! let a, let b"],
  ["let a =\npenalty b weight 2 = 3", "! let a, penalty b"],
  ["objective a weight\nobjective b = 2", "! objective a, objective b"],
  // First on its line: a keyword even where its form is broken.
  ["let\nlet b = 2", "! let , let b"],
  ["let = 2\nlet b = 2", "! let , let b"],
  ["goal\n: 2\nlet b = 2", "! goal , let b"],
  ["expect (1 > 2)\nexpect -1 < 2\nexpect [1] == [1]\nassume true", "expect, expect, expect, assume"],
  ["objective a = 1\nobjective\n}", "! objective a, objective "],
  ["signal a\nsignal b : bool", "! signal a, signal b"],
  // The name of a declaration is never promoted, unless it begins the next line with a full form.
  ["let goal = 1\nlet\ngoal = 2", "let goal, let goal"],
  ["let\ngoal a = 1", "! let , goal a"],
  ["objective penalty = 1\nscenario scenario { }", "objective penalty, scenario scenario"],
  // Inside brackets: only first on its line and with the full form; the brackets count as closed.
  ["let a = max(1,\nlet b = 2", "! let a, let b"],
  ["scenario a { x = 1\nscenario b { x = 2 }", "! scenario a, scenario b"],
  ["scenario a { x = 1, let = 2\n goal = 3\n horizon = 4 }", "scenario a"],
  ["signals {\n a : bool\nends when a", "! signals[a], ends"],
  ['let a = [1, 2\n@allow(x, "y")\nlet b = 1', "! let a, let b"],
  // total is an entry inside a scenario, data or with block.
  ["scenario a {\n total = 1\n steps 2 {\n total = 2\n }\n}", "scenario a"],
  ['data d "x" {\n total = "y"\n}', "data d"],
  ["expect a with {\n total = 1\n} > 2", "expect"],
  // A name that ends an expression does not take the next line for its own form.
  ["prove separates goal\ntotal = 1", "prove, total"],
  ["expect a > goal\nlet b = 1", "expect, let b"],
  ['let a = data\ndata d "x"', "let a, data d"],
  // expect by by: words that go on an expression are no beginning.
  ["objective a = assume when c", "objective a"],
  ["expect a > prove by 0.5", "expect"],
  ["expect\nlimit over steps > 1\nassume\ngoal", "expect, assume"],
  ["expect\nlet a = 1", "! expect, let a"],
  ["let a = advantage over steps", "let a"],
])("%s", (body, expected) => {
  expect(read(body)).toBe(expected);
});

test("a reward without its brace ends where the next one begins", () => {
  const { file, errors } = parse("reward A {\n  let a = 1\n\nreward B {\n  let b = 2\n}\n");
  expect(labels(file)).toEqual(["let a", "let b"]);
  expect(file.declarations.map((node) => (node as ast.Reward).name.text)).toEqual(["A", "B"]);
  expect(errors.map((error) => error.code)).toEqual(["S204"]);
});

test("members behind a brace too many still belong to the reward, with one error", () => {
  const { file, errors } = parse("reward A {\n  let a = 1 }\n  let b = 2\n  goal g = a\n}\nreward B { }\n");
  expect(file.declarations.map((node) => (node as ast.Reward).members.length)).toEqual([3, 0]);
  expect(errors.map((error) => [error.code, error.message])).toEqual([
    ["S206", "'let' stands inside a reward, but no reward is open here."],
  ]);
});

test("members before any reward get one without a name", () => {
  const { file, errors } = parse("let a = 1\nlet b = 2\n");
  expect(labels(file)).toEqual(["let a", "let b"]);
  expect((file.declarations[0] as ast.Reward).name.text).toBe("");
  expect(errors.length).toBe(1);
});

test("a function inside a reward is moved to the file, with an error, and the reward goes on", () => {
  const { file, errors } = parse("reward A {\n  let a = 1\n  fn f(x) = x\n  let b = 2\n}\n");
  expect(file.declarations.map((node) => node.kind)).toEqual(["reward", "fn"]);
  expect((file.declarations[0] as ast.Reward).members.length).toBe(2);
  expect(errors.map((error) => error.code)).toEqual(["S206"]);
});

test("a reward whose brace is missing takes its members", () => {
  const { file, errors } = parse("reward A\n  let a = 1\n  goal g = a\n}\n");
  expect(labels(file)).toEqual(["let a", "goal g"]);
  expect(errors.length).toBe(1);
});
