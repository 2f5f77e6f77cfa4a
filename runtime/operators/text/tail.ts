// The end of a text: record and value.
import type { Operator } from "../operator.ts";
import { unitAt } from "./code-points.ts";
import { length } from "./length.ts";

/** The last n code points, the whole text where it has no more; null where n is negative or not whole. */
export function tail(text: string | null, n: number): string | null {
  if (text === null || !(n >= 0) || Math.floor(n) !== n) return null;
  return n >= text.length ? text : text.slice(unitAt(text, Math.max(0, length(text) - n)));
}

export const operator: Operator = {
  name: "tail",
  category: "text",
  summary: "The last characters of a text.",
  doc: "The last `n` code points, or the whole text where it has no more; nothing for 0. Missing where `n` is negative or not a whole number.",
  parameters: [
    { name: "text", type: "text", doc: "Any text." },
    { name: "n", type: "count", doc: "How many code points to keep." },
  ],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: tail,
  range: ([text, n]) => ({ lo: Math.max(0, Math.min(text.lo, n.lo)), hi: Math.max(0, Math.min(text.hi, n.hi)) }),
  monotone: ["?", "?"],
  examples: [
    { expression: 'tail("abcdef", 2)', value: "ef" },
    { expression: 'tail("ab", 0)', value: "" },
  ],
  source: "Python slice `t[-n:]` for n > 0",
};
