// Part of a text, `t[a..b]`: record and value.
import type { Operator } from "../operator.ts";
import { unitAt } from "./code-points.ts";

/** Code points a to b, both included, as far as they exist; null where a bound is neither whole nor infinite. */
export function part(text: string | null, a: number, b: number): string | null {
  if (text === null || Math.floor(a) !== a || Math.floor(b) !== b) return null;
  const from = unitAt(text, Math.min(a, text.length));
  const size = Math.min(b - Math.max(0, a) + 1, text.length);
  return from >= text.length || !(size > 0) ? "" : text.slice(from, from + unitAt(text.slice(from), size));
}

export const operator: Operator = {
  name: "part",
  category: "text",
  summary: "The characters of a text from one place to another, both included.",
  doc: "Mostly written `t[a..b]`: characters are code points, counted from 0, and what lies outside is left out, so `t[0..2]` of two characters gives both, `t[2..inf]` all from the third and `t[0..0]` the first. Nothing counts from the end: that is `tail`. Missing where a bound is not whole.",
  parameters: [
    { name: "text", type: "text", doc: "Any text." },
    { name: "a", type: "number", doc: "The first place, counted from 0." },
    { name: "b", type: "number", doc: "The last place; it is included." },
  ],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: part,
  range: ([text, a, b]) => ({ lo: 0, hi: Math.max(0, Math.min(text.hi, b.hi - Math.max(0, a.lo) + 1 || 0)) }),
  monotone: ["?", "?", "?"],
  examples: [
    { expression: 'part("so \u{1F600}42", 3, 4)', value: "\u{1F600}4" },
    { expression: 'part("abc", 1, inf)', value: "bc" },
    { expression: 'part("abc", -2, 0)', value: "a" },
    { expression: 'part("abc", 2, 1)', value: "" },
  ],
  source: "Python slices, with both ends included and no counting from the end",
};
