// What a value is taken apart into: names, `[a, b]`, `{ a, b: c = 1 }`, parameters. It must not know statements.
import { type Cursor, expect, listUntil, next, peek, sees, take } from "./cursor.ts";
import { parseExpression } from "./parse-expression.ts";
import { type Expression, type Parameter, type Target, unknown } from "./tree.ts";

/** The parameters after their `(`, up to and with the `)`. */
export function parseParameters(cursor: Cursor): Parameter[] {
  return listUntil(cursor, ")", () => {
    const rest = take(cursor, "...");
    const to = parseTarget(cursor);
    return { to, rest, ...(take(cursor, "=") && { otherwise: parseExpression(cursor) }) };
  });
}

export function parseTarget(cursor: Cursor): Target {
  if (take(cursor, "[")) return { t: "list", items: listUntil(cursor, "]", () => parseTarget(cursor)) };
  if (!take(cursor, "{")) {
    const { kind, text } = next(cursor);
    return kind === "name" ? { t: "name", name: text } : unknown(`${text} where a name is expected`);
  }
  const fields = listUntil(cursor, "}", () => {
    const quoted = sees(cursor, "[") && peek(cursor, 1).kind === "text" && take(cursor, "[");
    const key = next(cursor).text;
    if (quoted) expect(cursor, "]");
    const to: Target = take(cursor, ":") ? parseTarget(cursor) : { t: "name", name: key };
    return { key, to, ...(take(cursor, "=") && { otherwise: parseExpression(cursor) }) };
  });
  return { t: "record", fields };
}

/** The left side of an assignment, read as an expression, as what it is. */
export function toTarget(expression: Expression): Target {
  if (expression.t === "name") return { t: "name", name: expression.name };
  if (expression.t === "array") return { t: "list", items: expression.items.map(toTarget) };
  return unknown(`an assignment to ${expression.t}`);
}
