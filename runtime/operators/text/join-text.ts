// Two texts one after the other, `a + b`: record and value.
import { addIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** The texts one after the other; missing where one of them is. */
export function joinText(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : a + b;
}

export const operator: Operator = {
  name: "join_text",
  symbol: "+",
  category: "text",
  summary: "Two texts, one after the other.",
  doc: "`a + b` where both are texts. Nothing is put between them.",
  parameters: [
    { name: "a", type: "text", doc: "First text." },
    { name: "b", type: "text", doc: "Second text." },
  ],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: joinText,
  // Two halves of a surrogate pair that meet become one code point.
  range: ([a, b]) => {
    const { lo, hi } = addIntervals(a, b);
    return { lo: Math.max(lo - 1, a.lo, b.lo), hi };
  },
  monotone: ["?", "?"],
  examples: [{ expression: '"abc" + "de"', value: "abcde" }],
  source: "Concatenation",
};
