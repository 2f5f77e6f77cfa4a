// Membership in a list, `x in xs`: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where x is one of the elements, 0 where not; NaN where that depends on something missing. */
export function oneOf(x: number | string | null, list: ArrayLike<number | string | null> | null): number {
  if (x === null || Number.isNaN(x) || list === null) return NaN;
  let otherwise = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i] === x) return 1;
    if (list[i] === null || Number.isNaN(list[i])) otherwise = NaN;
  }
  return otherwise;
}

export const operator: Operator = {
  name: "one_of",
  symbol: "in",
  category: "comparison",
  summary: "Whether a value is one of the elements of a list.",
  doc: '`x in ["a", "b"]` is `x == "a" or x == "b"`: whole texts, upper and lower case told apart, and numbers by value. Also written `contains(xs, x)`. Cannot be evaluated where `x` is missing, or is not there and an element is missing.',
  parameters: [
    { name: "x", type: "any", doc: "The text or number asked about." },
    { name: "list", type: "list", doc: "A list or vector of the same kind and unit." },
  ],
  result: "bool",
  unit: "ratio",
  elementwise: true,
  evaluate: oneOf,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: '"b" in ["a", "b"]', value: true },
    { expression: '"B" in ["a", "b"]', value: false },
    { expression: "3 in [1, 2]", value: false },
  ],
  source: "Set membership",
};
