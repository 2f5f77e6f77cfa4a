// The members of a JSON object: record and value.
import type { Operator } from "../operator.ts";
import { byCodePoints, canonicalJson, parseJson } from "./json-value.ts";

/** Each member as an object of its own in canonical JSON, or only the names; null where the text is missing or not a JSON object. */
export function jsonMembers(text: string | null, what = "members", boolAsNumber = 0): string[] | null {
  const parsed = text === null ? null : parseJson(text);
  const value = parsed?.value ?? null;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const names = Object.keys(value).sort(byCodePoints);
  if (what === "names") return names;
  return names.map(
    (name) => `{${JSON.stringify(name)}:${canonicalJson((value as Record<string, unknown>)[name], boolAsNumber === 1)}}`,
  );
}

export const operator: Operator = {
  name: "json_members",
  category: "text",
  summary: "The members of a JSON object, each as a text of its own.",
  doc: 'Each as an object with one member in canonical form (see `json_items`), in the order of their names by code points: of `{"b": 1.0, "a": "x"}` they are `{"a":"x"}` and `{"b":1}`, so `m in json_members(t) ?? []` asks for name and value alike. `what: "names"` gives the names alone, as texts. Of two members with the same name the last counts. Missing where the text is not a JSON object: give `?? []`.',
  parameters: [
    { name: "text", type: "text", doc: "A JSON text." },
    {
      name: "what",
      type: "option",
      default: "members",
      options: ["members", "names"],
      constant: true,
      doc: "Names with their values, or the names alone.",
    },
    { name: "bool_as_number", type: "bool", default: false, constant: true, doc: "Whether `true` equals 1 and `false` 0." },
  ],
  result: "list of text?",
  unit: "none",
  elementwise: true,
  evaluate: jsonMembers,
  range: ([text]) => ({ lo: 0, hi: Math.max(0, 6 * text.hi) }),
  monotone: ["?", "0", "0"],
  examples: [
    { expression: 'json_members("{\\"b\\": 1.0, \\"a\\": \\"x\\"}") ?? []', value: ['{"a":"x"}', '{"b":1}'] },
    { expression: 'json_members("{\\"b\\": 1.0, \\"a\\": \\"x\\"}", what: "names") ?? []', value: ["a", "b"] },
    { expression: 'length(json_members("[1]") ?? [])', value: 0 },
  ],
  source: "Python `dict.items` and `dict.keys`; our own form",
};
