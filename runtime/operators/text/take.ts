// The beginning of a text: record and value.
import type { Operator } from "../operator.ts";
import { unitAt } from "./code-points.ts";

/** The first n code points, the whole text where it has no more; null where n is negative or not whole. */
export function take(text: string | null, n: number): string | null {
  if (text === null || !(n >= 0) || Math.floor(n) !== n) return null;
  return n >= text.length ? text : text.slice(0, unitAt(text, n));
}

export const operator: Operator = {
  name: "take",
  category: "text",
  summary: "The first characters of a text.",
  doc: "The first `n` code points, or the whole text where it has no more. Missing where `n` is negative or not a whole number.",
  parameters: [
    { name: "text", type: "text", doc: "Any text." },
    { name: "n", type: "count", doc: "How many code points to keep." },
  ],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: take,
  range: ([text, n]) => ({ lo: Math.max(0, Math.min(text.lo, n.lo)), hi: Math.max(0, Math.min(text.hi, n.hi)) }),
  monotone: ["?", "?"],
  examples: [
    { expression: 'take("abcdef", 2)', value: "ab" },
    { expression: 'take("ab", 5)', value: "ab" },
  ],
  source: "Python slice `t[:n]`",
};
