// Length of a text in code points, of a vector or list in elements: record and value.
import { type Interval, NOT_NEGATIVE } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Code points of a text (an unpaired surrogate is one), elements of a vector or list; NaN where it is missing. */
export function length(value: string | ArrayLike<unknown> | null): number {
  if (value === null) return NaN;
  if (typeof value !== "string") return value.length;
  let points = value.length;
  for (let i = 1; i < value.length; i++) {
    const pair = (value.charCodeAt(i - 1) & 0xfc00) === 0xd800 && (value.charCodeAt(i) & 0xfc00) === 0xdc00;
    if (pair) points--;
  }
  return points;
}

/** Of a text the interval is its length already; of a vector or list it bounds the elements, and the count is wanted. */
function range([value]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  if (counts === undefined) return NOT_NEGATIVE;
  return counts[0] ?? { lo: Math.max(0, value.lo), hi: Math.max(0, value.hi) };
}

export const operator: Operator = {
  name: "length",
  category: "text",
  summary: "How long a text is, or how many elements a vector or list has.",
  doc: "Of a text the number of code points, in [char]; an emoji of one code point counts as one. Of a vector or list the number of elements, a pure number. Tokens depend on a tokenizer and are always a signal.",
  parameters: [{ name: "value", type: "any", doc: "A text, a vector or a list." }],
  result: "count",
  resultType: ([type]) =>
    type.kind === "number" || type.kind === "bool"
      ? {
          problem: `'length' measures a text, a vector or a list, but this is one ${type.kind === "bool" ? "condition" : "number"}.`,
        }
      : { kind: "number" },
  unit: "[char]",
  elementwise: false,
  evaluate: length,
  range,
  monotone: ["?"],
  examples: [
    { expression: 'length("abc")', value: 3 },
    { expression: 'length(words("so it is"))', value: 3 },
  ],
  source: "Python `len`",
};
