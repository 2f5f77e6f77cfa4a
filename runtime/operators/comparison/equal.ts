// The comparison `==`: record and value.
import { meet, point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where a and b are equal, 0 where not, NaN where one of them is missing. Numbers, conditions or texts. */
export function equal(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null || Number.isNaN(a) || Number.isNaN(b)) return NaN;
  return a === b ? 1 : 0;
}

export const operator: Operator = {
  name: "equal",
  symbol: "==",
  category: "comparison",
  summary: "Whether two values are equal.",
  doc: "`a == b`, exactly: numbers by value, texts character by character, conditions as true or false. Cannot be evaluated where either side is missing. On vectors and lists it answers element by element; `same(a, b)` compares them whole. Two computed numbers rarely meet exactly: prefer a range, `x in 0.99..1.01`.",
  parameters: [
    { name: "a", type: "any", doc: "Left side." },
    { name: "b", type: "any", doc: "Right side, of the same kind and unit." },
  ],
  result: "bool",
  unit: "ratio",
  elementwise: true,
  evaluate: equal,
  // Of a text the interval is its length, so that only difference can be concluded.
  range: ([a, b]) => (meet(a, b) === undefined ? point(0) : TRUTH),
  monotone: ["?", "?"],
  examples: [
    { expression: "2 == 2", value: true },
    { expression: '"a" == "b"', value: false },
  ],
  source: "IEEE 754 comparison",
};
