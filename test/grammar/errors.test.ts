// One cause, one error, in words that say what was found, what was expected and what to do.
import { expect, test } from "vitest";
import { parse } from "../../grammar/parser.ts";
import { syntaxCodes } from "../../grammar/syntax-errors.ts";

function errorsOf(text: string) {
  return parse(text).errors.map((error) => ({ ...error, at: text.slice(error.start, error.end) }));
}

function errorsIn(member: string) {
  return errorsOf(`reward R {\n  ${member}\n  let after = 1\n}\n`);
}

test.each<[string, keyof typeof syntaxCodes, string, string]>([
  ["let x 3", "S201", "3", "'=' is missing before '3'."],
  ["let = 3", "S203", "=", "A name is expected here, but '=' was found."],
  ["let over = 3", "S203", "over", "'over' is a word of the language and cannot be a name."],
  ["let x =", "S202", "=", "An expression is missing after '=': the next declaration, 'let', was found."],
  ["let x = 1 +", "S202", "+", "An expression is missing after '+': the next declaration, 'let', was found."],
  ["let x = )", "S202", ")", "An expression is missing after '=': ')' was found."],
  ["let x = (1 + 2", "S204", "(", "This '(' is never closed."],
  ["let x = 1 + 2)", "S205", ")", "')' does not fit here."],
  ["let x = f(a, )", "S202", ")", "An expression is missing after ',': ')' was found."],
  ["let x = sum(a for a in as for b in bs)", "S201", "for", "')' is expected here, but 'for' was found."],
  ["let x = f(a b, c)", "S201", "b", "',' is expected here, but the name 'b' was found."],
  ["let x = [1 2]", "S201", "2", "',' is expected here, but the number '2' was found."],
  ["let x = if a then b", "S201", "b", "This 'if' has no 'else': it would have no value where its condition does not hold."],
  ["let x = if a = b then c else d", "S106", "=", "'=' gives a name to a value; to compare, '==' is written."],
  ["let x = a ? b : c", "S106", "?", "A choice is written 'if CONDITION then A else B'."],
  ["let x = a < b > c", "S301", "a < b > c", "A row of comparisons goes in one direction, as in 'a < b <= c'."],
  ["let x = a < b == c", "S301", "a < b == c", "'==' and '!=' cannot stand in a row of comparisons."],
  ["let x = a in b in c", "S301", "a in b in c", "'in' and 'matches' cannot stand in a row of comparisons."],
  ["let x = 1..2..3", "S301", "1..2..3", "A range has two ends, this one has three."],
  ["let x = a == not b", "S302", "not", "'not' binds looser than the operator before it."],
  ["let x = [1, 2][0]", "S307", "[0]", "A vector literal cannot be indexed: brackets behind it would be a unit."],
  ["let x = 5 []", "S201", "]", "A unit such as m or s is expected here, but ']' was found."],
  ["let x = a over )", "S201", ")", "An axis such as steps is expected here, but ')' was found."],
  ["signal x :", "S201", ":", "A type is expected here, but the next declaration, 'let', was found."],
  ["signal x : bool at noon", "S304", "noon", "'at noon' is not a timing."],
  ["signal x : bool at start at end", "S305", "at end", "The timing is given twice."],
  ["signal x : bool shiny", "S304", "shiny", "'shiny' is not a tag of a signal."],
  ["signal x : 0..1 [m] in 0..1 [s]", "S305", "[s]", "This type has two units."],
  ["signal x : quaternion(abcd)", "S304", "abcd", "'abcd' is not an order of a quaternion."],
  ["objective x = 1 weight 2", "S306", "weight", "'weight' stands before the '=', not behind the formula."],
  ["objective x when a = 1 when b", "S305", "when", "The 'when' is given twice."],
  ["objective x per minute = 1", "S304", "minute", "A term is paid 'per step', 'per second' or 'once', not 'per minute'."],
  ["principal user", "S201", "user", "'principal' takes a text between double quotes."],
  ["advantage 3", "S201", "3", "'advantage' takes a name."],
  ["discount 0.9 steps", "S205", "steps", "'steps' does not fit here."],
  ["ends when x as victory", "S304", "victory", "An episode ends as 'success' or 'failure', not as 'victory'."],
  ["scenario s { a 3 }", "S201", "3", "'=' is missing before '3'."],
  ["scenario s { steps { a = 1 } }", "S201", "{", "A number is expected here, but '{' was found."],
  ["objective x in hindsight = 1", "S402", "in", "'in hindsight' is reserved for a later version of Telos."],
  ["objective x = 1 in hindsight", "S402", "in hindsight", "'in hindsight' is reserved for a later version of Telos."],
  ["signal x : list of { a : bool }", "S402", "{", "A list of records is reserved for a later version of Telos."],
  ['let x = "open', "S102", '"open', "This text has no closing quote on its line."],
  ["let x = 1 $ 2", "S101", "$", "'$' has no meaning here."],
  ["let größe = 1", "S109", "größe", "The name 'größe' holds a letter outside A–Z."],
  ['let x = a matches r"b"g', "S110", "g", "A pattern has no flags 'g'."],
  ['let x = f(r"b"gi, c)', "S110", "gi", "A pattern has no flags 'gi'."],
  ["blah blah", "S304", "blah", "'blah' begins no declaration."],
  ["@allow(x", "S204", "(", "This '(' is never closed."],
])("%s", (source, code, at, message) => {
  const errors = errorsIn(source);
  expect(errors.filter((error) => error.code !== "S308").map((error) => [error.code, error.at, error.message])[0]).toEqual([
    code,
    at,
    message,
  ]);
  expect(errors.filter((error) => error.code !== "S308" && error.code !== "S205").length).toBeLessThanOrEqual(1);
  expect(errors[0].help).toMatch(/\S/);
});

test("versions of the language", () => {
  expect(errorsOf("language 1\nreward R { }")).toEqual([]);
  expect(errorsOf("language 2\nreward R { }").map((error) => error.message)).toEqual([
    "This file is written in version 2 of the language; this Telos knows version 1.",
  ]);
  expect(errorsOf("reward R { }\nlanguage 1\n").map((error) => error.code)).toEqual(["S206"]);
});

test("things of the file", () => {
  expect(errorsOf("reward B like A { let x = 1 }").map((error) => error.code)).toEqual(["S402"]);
  expect(errorsOf("reward A { let x = 1 }\n}").map((error) => error.code)).toEqual(["S207"]);
  expect(errorsOf("reward A {\n  let x = 1\n").map((error) => [error.code, error.at])).toEqual([["S204", "A"]]);
  expect(errorsOf("reward A { signals Q { a : bool } }").map((error) => error.code)).toEqual(["S206"]);
  expect(errorsOf("/* never closed").map((error) => error.code)).toEqual(["S103"]);
  expect(errorsOf('@allow(a, "b")').map((error) => error.code)).toEqual(["S308"]);
  expect(errorsOf("")).toEqual([]);
});

test("a doc comment that documents nothing is a hint", () => {
  const errors = errorsOf("reward A {\n  let x = 1 /// trailing\n  /// last\n}\n");
  expect(errors.map((error) => [error.severity, error.at])).toEqual([
    ["hint", "/// trailing"],
    ["hint", "/// last"],
  ]);
});

test("each entry of a block has its own error, and the healthy ones stay", () => {
  const errors = errorsOf(
    "reward A {\n  signals {\n    a : \n    b : bool hazrd\n    c : bool\n  }\n  scenario s { x = , y 3, z = 1 }\n}\n",
  );
  expect(errors.map((error) => error.code)).toEqual(["S201", "S304", "S202", "S201"]);
});

test("nesting beyond any use is an error, not a crash", () => {
  for (const [open, close] of [
    ["(", ")"],
    ["[", "]"],
    ["f(", ")"],
    ["if a then ", ""],
    ["-", ""],
    ["not ", ""],
    ["2 ^ ", ""],
    ["match a { 1 => ", "}"],
  ]) {
    const errors = errorsOf(`reward R { let x = ${open.repeat(5000)}1${close.repeat(5000)} let y = 2 }`);
    expect(errors.map((error) => error.code)).toEqual(["S303"]);
  }
  expect(errorsOf(`reward R { scenario s ${"{ steps 1 ".repeat(5000)}${"}".repeat(5000)} }`).map((error) => error.code)).toEqual([
    "S303",
  ]);
  expect(errorsOf(`reward R { signal s : ${"list of ".repeat(5000)}bool }`).map((error) => error.code)).toEqual(["S303"]);
  expect(errorsOf(`reward R { let x = ${"1 + ".repeat(5000)}1 }`).map((error) => error.code)).toEqual(["S303"]);
  expect(errorsOf(`reward R { let x = a${".b".repeat(5000)} }`).map((error) => error.code)).toEqual(["S303"]);
});

test("every code is a kebab-case rule of its own", () => {
  const names = Object.values(syntaxCodes);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
