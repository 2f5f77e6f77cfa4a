// Whether a text is JSON: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { parseJson } from "./json-value.ts";

/** 1 where the text is JSON, 0 where not, NaN where it is missing. */
export function jsonValid(text: string | null): number {
  if (text === null) return NaN;
  return parseJson(text) === null ? 0 : 1;
}

export const operator: Operator = {
  name: "json_valid",
  category: "text",
  summary: "Whether a text is JSON.",
  doc: "Exactly JSON, with nothing but its white space round it: no comments, no trailing comma, no `NaN` or `Infinity`, no single quotes. Nested at most 500 deep. A single number or text is JSON too.",
  parameters: [{ name: "text", type: "text", doc: "What to read." }],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: jsonValid,
  range: () => TRUTH,
  monotone: ["?"],
  examples: [
    { expression: 'json_valid("{\\"a\\": [1, 2.5e3]}")', value: true },
    { expression: 'json_valid("[1, 2,]")', value: false },
    { expression: 'json_valid("NaN")', value: false },
  ],
  source: "RFC 8259; Python `json.loads` without `NaN` and `Infinity`",
};
