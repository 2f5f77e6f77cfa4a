// The elements of a JSON array: record and value.
import type { Operator } from "../operator.ts";
import { canonicalJson, parseJson } from "./json-value.ts";

/** The elements in canonical JSON; null where the text is missing or not a JSON array. */
export function jsonItems(text: string | null, boolAsNumber = 0): string[] | null {
  const parsed = text === null ? null : parseJson(text);
  if (parsed === null || !Array.isArray(parsed.value)) return null;
  return parsed.value.map((item) => canonicalJson(item, boolAsNumber === 1));
}

export const operator: Operator = {
  name: "json_items",
  category: "text",
  summary: "The elements of a JSON array, each as a text of its own.",
  doc: "In canonical form (no white space, keys sorted by code points, numbers as doubles), so that `==` is deep equality: `[1, 2]` and `[1.0,2]` have the same elements. Texts keep their quotes. `bool_as_number: true` writes true and false as 1 and 0, which Python takes for equal. Missing where the text is not a JSON array: give `?? []`.",
  parameters: [
    { name: "text", type: "text", doc: "A JSON text." },
    { name: "bool_as_number", type: "bool", default: false, constant: true, doc: "Whether `true` equals 1 and `false` 0." },
  ],
  result: "list of text?",
  unit: "none",
  elementwise: true,
  evaluate: jsonItems,
  range: ([text]) => ({ lo: 1, hi: Math.max(1, 6 * text.hi) }),
  monotone: ["?", "0"],
  examples: [
    { expression: 'json_items("[{\\"b\\": 1.0, \\"a\\": true}, \\"x\\"]") ?? []', value: ['{"a":true,"b":1}', '"x"'] },
    { expression: 'json_items("[true, 1]", bool_as_number: true) ?? []', value: ["1", "1"] },
  ],
  source: "our own form; values as Python `json.loads`",
};
