// One value out of a JSON text: record and value.
import type { Operator } from "../operator.ts";
import { canonicalJson, parseJson } from "./json-value.ts";

/** The value at a path: a text as it is, anything else in canonical JSON; null where there is none or it is null. */
export function jsonGet(text: string | null, path: string | null): string | null {
  const parsed = text === null ? null : parseJson(text);
  if (parsed === null || path === null || !/^(?:[^.[\]]+|\[[0-9]+\])?(?:\.[^.[\]]+|\[[0-9]+\])*$/.test(path)) return null;
  let value = parsed.value;
  for (const [part] of path.matchAll(/[^.[\]]+\]?/g)) {
    if (typeof value !== "object" || value === null || part.endsWith("]") !== Array.isArray(value)) return null;
    const key = Array.isArray(value) ? String(Number(part.slice(0, -1))) : part;
    if (!Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key];
  }
  if (value === null) return null;
  return typeof value === "string" ? value : canonicalJson(value, false);
}

export const operator: Operator = {
  name: "json_get",
  category: "text",
  summary: "One value out of a JSON text, by its path.",
  doc: 'Names of members joined by `.`, positions of elements from 0 in brackets: `calls[0].name`; the empty path is the whole. A text comes as it is, anything else as canonical JSON (keys sorted, numbers as doubles), so `number(json_get(t, p) ?? "")` reads a number. Names that hold `.` or brackets cannot be reached. Missing where the text is not JSON, where there is no such value, and where it is `null`: give `??`. Of two members with the same name the last counts.',
  parameters: [
    { name: "text", type: "text", doc: "A JSON text." },
    { name: "path", type: "text", doc: "Where the value is, such as `a.b[0]`." },
  ],
  result: "text?",
  unit: "none",
  elementwise: true,
  evaluate: jsonGet,
  // The longest way to write a number or a lone surrogate out is less than six times as long.
  range: ([text]) => ({ lo: 0, hi: 6 * text.hi }),
  monotone: ["?", "?"],
  examples: [
    { expression: 'json_get("{\\"a\\": {\\"b\\": [\\"x\\", 2]}}", "a.b[0]") ?? ""', value: "x" },
    { expression: 'json_get("{\\"a\\": {\\"b\\": [\\"x\\", 2.0]}}", "a") ?? ""', value: '{"b":["x",2]}' },
    { expression: 'json_get("{}", "a") ?? "-"', value: "-" },
  ],
  source: "our own form; values as Python `json.loads`",
};
