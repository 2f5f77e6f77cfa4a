// Tokens → statements, with the comments before them. It must not know what they mean.
import { type Cursor, expect, next, peek, sees, take } from "./cursor.ts";
import { makeFunction, parseExpression } from "./parse-expression.ts";
import { parseParameters, parseTarget } from "./parse-target.ts";
import { readTokens } from "./tokens.ts";
import { type Statement, unknown } from "./tree.ts";

export function parseModule(source: string): Statement[] {
  const cursor: Cursor = { tokens: readTokens(source), at: 0 };
  const statements: Statement[] = [];
  while (peek(cursor).kind !== "end") statements.push(parseStatement(cursor));
  statements.push({ comments: peek(cursor).comments, s: "nothing" });
  return statements;
}

/** `{ … }`; comments before the closing brace stay. */
export function parseBlock(cursor: Cursor): Statement[] {
  expect(cursor, "{");
  const statements: Statement[] = [];
  while (!sees(cursor, "}")) statements.push(parseStatement(cursor));
  const { comments } = next(cursor);
  return comments.length > 0 ? [...statements, { comments, s: "nothing" }] : statements;
}

/** One statement where JavaScript may leave out the braces. */
const parseBody = (cursor: Cursor): Statement[] => (sees(cursor, "{") ? parseBlock(cursor) : [parseStatement(cursor)]);

function parseStatement(cursor: Cursor): Statement {
  const { comments } = peek(cursor);
  const exported = take(cursor, "export");
  if (take(cursor, "function")) return { comments, s: "function", function: parseFunction(cursor, exported) };
  if (sees(cursor, "const") || sees(cursor, "let")) {
    const declared = parseDeclaration(cursor, comments, exported);
    take(cursor, ";");
    return declared;
  }
  if (sees(cursor, "{")) return { comments, s: "block", body: parseBlock(cursor) };
  if (take(cursor, ";")) return { comments, s: "nothing" };
  return { comments, ...parseKeyword(cursor) } as Statement;
}

type Bare = Statement extends infer S ? (S extends Statement ? Omit<S, "comments"> : never) : never;

function parseKeyword(cursor: Cursor): Bare {
  const { text, kind } = peek(cursor);
  const word = kind === "name" ? text : "";
  const end = <T>(value: T): T => {
    take(cursor, ";");
    return value;
  };
  const tested = () => {
    expect(cursor, "(");
    const test = parseExpression(cursor);
    expect(cursor, ")");
    return test;
  };
  if (["return", "if", "for", "while", "switch", "break", "continue", "throw", "try", "do"].includes(word)) cursor.at++;
  switch (word) {
    case "return":
      return end(sees(cursor, ";") || sees(cursor, "}") ? { s: "return" } : { s: "return", of: parseExpression(cursor) });
    case "if": {
      const [test, yes] = [tested(), parseBody(cursor)];
      return { s: "if", test, yes, ...(take(cursor, "else") && { no: parseBody(cursor) }) };
    }
    case "for":
      return parseFor(cursor);
    case "while":
      return { s: "while", test: tested(), body: parseBody(cursor) };
    case "switch":
      return parseSwitch(cursor, tested());
    case "break":
    case "continue":
      return end({ s: word });
    case "throw":
      return end({ s: "throw", of: parseExpression(cursor) });
    case "try": {
      const body = parseBlock(cursor);
      expect(cursor, "catch");
      return { s: "try", body, handler: parseBlock(cursor) };
    }
    case "do":
      return unknown("do … while");
    default:
      return end({ s: "expression", of: parseExpression(cursor) });
  }
}

function parseDeclaration(cursor: Cursor, comments: string[], exported: boolean): Statement & { s: "declare" } {
  cursor.at++;
  const entries: (Statement & { s: "declare" })["entries"] = [];
  do {
    const to = parseTarget(cursor);
    entries.push({ to, ...(take(cursor, "=") && { value: parseExpression(cursor) }) });
  } while (take(cursor, ","));
  return { comments, s: "declare", entries, exported };
}

function parseFor(cursor: Cursor): Bare {
  expect(cursor, "(");
  let init: Statement | undefined;
  if (!take(cursor, ";")) {
    const declared = parseDeclaration(cursor, [], false);
    if (take(cursor, "of")) {
      const of = parseExpression(cursor);
      expect(cursor, ")");
      return { s: "each", to: declared.entries[0].to, of, body: parseBody(cursor) };
    }
    expect(cursor, ";");
    init = declared;
  }
  const test = sees(cursor, ";") ? undefined : parseExpression(cursor);
  expect(cursor, ";");
  const step = sees(cursor, ")") ? undefined : parseExpression(cursor);
  expect(cursor, ")");
  return { s: "for", init, test, step, body: parseBody(cursor) };
}

function parseSwitch(cursor: Cursor, of: (Statement & { s: "switch" })["of"]): Bare {
  expect(cursor, "{");
  const cases: (Statement & { s: "switch" })["cases"] = [];
  while (!take(cursor, "}")) {
    const test = take(cursor, "case") ? parseExpression(cursor) : void expect(cursor, "default");
    expect(cursor, ":");
    const body: Statement[] = [];
    while (!sees(cursor, "case") && !sees(cursor, "default") && !sees(cursor, "}")) body.push(parseStatement(cursor));
    cases.push({ ...(test && { test }), body });
  }
  return { s: "switch", of, cases };
}

function parseFunction(cursor: Cursor, exported: boolean) {
  const generator = take(cursor, "*");
  const name = next(cursor).text;
  expect(cursor, "(");
  const parameters = parseParameters(cursor);
  return makeFunction(name, parameters, parseBlock(cursor), { generator, exported });
}
