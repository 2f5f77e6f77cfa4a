// Membership in a list of texts, `x in ["a", "b"]`: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where x is one of the texts, 0 where not, NaN where x or the list is missing. */
export function oneOf(x: string | null, texts: readonly (string | null)[] | null): number {
  if (x === null || texts === null) return NaN;
  return texts.includes(x) ? 1 : 0;
}

export const operator: Operator = {
  name: "one_of",
  symbol: "in",
  category: "comparison",
  summary: "Whether a text is one of several.",
  doc: '`x in ["a", "b"]` is `x == "a" or x == "b"`: whole texts, upper and lower case told apart.',
  parameters: [
    { name: "x", type: "text", doc: "The text asked about." },
    { name: "texts", type: "any", doc: "A list of texts." },
  ],
  result: "bool",
  unit: "none",
  elementwise: false,
  evaluate: oneOf,
  range: () => TRUTH,
  examples: [
    { expression: '"b" in ["a", "b"]', value: true },
    { expression: '"B" in ["a", "b"]', value: false },
  ],
  source: "Set membership",
};
