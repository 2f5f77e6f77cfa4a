// How many edits turn one sequence into another: record and value.
import type { Interval } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";
import { elementIds } from "./element-ids.ts";
import { comparable } from "./sequence-types.ts";

/** Insertions, deletions and substitutions at least; NaN where one is missing or both are too long. */
export function editDistance(a: string | ArrayLike<unknown> | null, b: string | ArrayLike<unknown> | null): number {
  const known = new Map<string, number>();
  const [x, y] = [elementIds(a, known), elementIds(b, known)];
  return x === null || y === null ? NaN : countEdits(x, y, 1e8);
}

/** The same of numbers; NaN where more than `most` pairs would have to be compared. */
export function countEdits(a: readonly number[], b: readonly number[], most: number): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if ((endA - start) * (endB - start) > most) return NaN;
  // Edits from what was read of a to the first j elements of b.
  const edits = new Int32Array(endB - start + 1).map((_, j) => j);
  for (let i = start; i < endA; i++) {
    let diagonal = edits[0];
    edits[0]++;
    for (let j = 1; j < edits.length; j++) {
      const above = edits[j];
      const kept = a[i] === b[start + j - 1] ? diagonal : diagonal + 1;
      const shorter = above < edits[j - 1] ? above + 1 : edits[j - 1] + 1;
      edits[j] = kept < shorter ? kept : shorter;
      diagonal = above;
    }
  }
  return edits[edits.length - 1];
}

function range([a, b]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  if (counts === undefined) return { lo: 0, hi: Number.POSITIVE_INFINITY };
  const [x, y] = [counts[0] ?? a, counts[1] ?? b];
  return { lo: Math.max(0, x.lo - y.hi, y.lo - x.hi), hi: Math.max(0, x.hi, y.hi) };
}

export const operator: Operator = {
  name: "edit_distance",
  category: "similarity",
  summary: "How many edits turn one text or list into another.",
  doc: "The Levenshtein distance: the least number of insertions, deletions and substitutions of one element, which is a code point of a text ([char]), or an element of a list. `edit_distance(words(a), words(b))` counts in words. Missing where, without what both begin and end with, more than 100 million pairs would have to be compared (two texts of 10 000 characters).",
  parameters: [
    { name: "a", type: "any", doc: "A text, a list or a vector." },
    { name: "b", type: "any", doc: "Another one of the same kind." },
  ],
  result: "count",
  resultType: (types: readonly ValueType[]) => comparable("edit_distance", types) ?? { kind: "number" },
  unit: "[char]",
  elementwise: false,
  evaluate: editDistance,
  range,
  monotone: ["?", "?"],
  examples: [
    { expression: 'edit_distance("kitten", "sitting")', value: 3 },
    { expression: 'edit_distance(words("so it is"), words("it is so"))', value: 2 },
  ],
  source: "Levenshtein 1966; Wagner and Fischer 1974",
};
