// Tokens → expressions. It must not know what statements look like, only where they are read.
import { type Cursor, closing, expect, listUntil, next, peek, sees, take } from "./cursor.ts";
import { parseBlock } from "./parse-statement.ts";
import { parseParameters, toTarget } from "./parse-target.ts";
import { type Expression, type FunctionNode, type Property, unknown } from "./tree.ts";

const LEVELS: Readonly<Record<string, number>> = {
  "??": 1,
  "||": 2,
  "&&": 3,
  "|": 4,
  "^": 5,
  "&": 6,
  "===": 7,
  "!==": 7,
  "<": 8,
  ">": 8,
  "<=": 8,
  ">=": 8,
  in: 8,
  ">>": 9,
  "<<": 9,
  "+": 10,
  "-": 10,
  "*": 11,
  "/": 11,
  "%": 11,
  "**": 12,
};
const ASSIGNMENTS = ["=", "+=", "-=", "*=", "/=", "%=", "**="];

export function parseExpression(cursor: Cursor): Expression {
  if (isArrow(cursor)) return parseArrow(cursor);
  if (take(cursor, "yield")) return { t: "yield", of: parseExpression(cursor) };
  const left = parseChoice(cursor);
  const op = peek(cursor);
  if (op.kind !== "mark" || !ASSIGNMENTS.includes(op.text)) return left;
  cursor.at++;
  return { t: "assign", op: op.text, left, right: parseExpression(cursor) };
}

function isArrow(cursor: Cursor): boolean {
  if (sees(cursor, "(")) return sees(cursor, "=>", closing(cursor) + 1);
  return peek(cursor).kind === "name" && sees(cursor, "=>", 1);
}

function parseArrow(cursor: Cursor): Expression {
  const parameters = take(cursor, "(")
    ? parseParameters(cursor)
    : [{ to: toTarget({ t: "name", name: next(cursor).text }), rest: false }];
  expect(cursor, "=>");
  const body = sees(cursor, "{") ? parseBlock(cursor) : parseExpression(cursor);
  return { t: "function", function: makeFunction(undefined, parameters, body) };
}

export function makeFunction(
  name: string | undefined,
  parameters: FunctionNode["parameters"],
  body: FunctionNode["body"],
  more: Partial<FunctionNode> = {},
): FunctionNode {
  return {
    name,
    parameters,
    body,
    generator: false,
    exported: false,
    indexed: [],
    kind: undefined,
    outer: new Set(),
    assigns: false,
    reads: new Set(),
    own: [],
    ...more,
  };
}

function parseChoice(cursor: Cursor): Expression {
  const test = parseBinary(cursor, 1);
  if (!take(cursor, "?")) return test;
  const yes = parseExpression(cursor);
  expect(cursor, ":");
  return { t: "choice", test, yes, no: parseExpression(cursor) };
}

function parseBinary(cursor: Cursor, least: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    const { text, kind } = peek(cursor);
    const level = kind === "mark" || text === "in" ? LEVELS[text] : undefined;
    if (level === undefined || level < least) return left;
    cursor.at++;
    left = { t: "binary", op: text, left, right: parseBinary(cursor, text === "**" ? level : level + 1) };
  }
}

function parseUnary(cursor: Cursor): Expression {
  for (const op of ["!", "-", "+", "typeof"]) if (take(cursor, op)) return { t: "unary", op, of: parseUnary(cursor) };
  for (const op of ["++", "--"] as const) if (take(cursor, op)) return { t: "update", op, prefix: true, of: parseUnary(cursor) };
  const of = parsePostfix(cursor);
  for (const op of ["++", "--"] as const) if (take(cursor, op)) return { t: "update", op, prefix: false, of };
  return of;
}

function parsePostfix(cursor: Cursor): Expression {
  let of = parsePrimary(cursor);
  for (;;) {
    const optional = take(cursor, "?.");
    if (take(cursor, "[")) {
      of = { t: "index", of, index: parseExpression(cursor), optional };
      expect(cursor, "]");
    } else if (sees(cursor, "(")) {
      cursor.at++;
      of = { t: "call", of, args: listUntil(cursor, ")", () => parseItem(cursor)) };
    } else if (optional || take(cursor, ".")) of = { t: "member", of, name: next(cursor).text, optional };
    else return of;
  }
}

function parseItem(cursor: Cursor): Expression {
  return take(cursor, "...") ? { t: "spread", of: parseExpression(cursor) } : parseExpression(cursor);
}

function parsePrimary(cursor: Cursor): Expression {
  const token = next(cursor);
  if (token.kind === "number") return { t: "number", value: Number(token.text), text: token.text };
  if (token.kind === "text") return { t: "text", value: token.text };
  if (token.kind === "regex") return { t: "regex", source: token.text, flags: token.flags ?? "" };
  if (token.kind === "template") {
    const parts = (token.parts ?? []).map((tokens) => parseExpression({ tokens, at: 0 }));
    return { t: "template", pieces: token.pieces ?? [], parts };
  }
  if (token.kind === "name" && token.text === "new") {
    const name = next(cursor).text;
    return { t: "new", name, args: take(cursor, "(") ? listUntil(cursor, ")", () => parseItem(cursor)) : [] };
  }
  if (token.kind === "name") return { t: "name", name: token.text };
  if (token.text === "[") return { t: "array", items: listUntil(cursor, "]", () => parseItem(cursor)) };
  if (token.text === "{") return { t: "object", properties: listUntil(cursor, "}", () => parseProperty(cursor)) };
  if (token.text !== "(") return unknown(`${token.text || "the end"} where a value is expected`);
  const inner = parseExpression(cursor);
  expect(cursor, ")");
  return inner;
}

function parseProperty(cursor: Cursor): Property {
  const { comments } = peek(cursor);
  if (take(cursor, "...")) return { comments, value: parseExpression(cursor) };
  const token = take(cursor, "[") ? next(cursor) : undefined;
  if (token) expect(cursor, "]");
  const key = (token ?? next(cursor)).text;
  if (take(cursor, ":")) return { comments, key, value: parseExpression(cursor) };
  return { comments, key, value: { t: "name", name: key } };
}
