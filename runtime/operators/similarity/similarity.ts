// How alike two texts or lists are: record and value.
import { TRUTH } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";
import { words } from "../text/words.ts";
import { countEdits } from "./edit-distance.ts";
import { elementIds } from "./element-ids.ts";
import { matchingElements } from "./ratcliff.ts";
import { comparable } from "./sequence-types.ts";

/** From 0 to 1, 1 for two empty ones; NaN where one is missing or both are too long. */
export function similarity(
  a: string | ArrayLike<unknown> | null,
  b: string | ArrayLike<unknown> | null,
  kind = "ratcliff",
): number {
  const known = new Map<string, number>();
  const bySet = kind === "jaccard";
  const x = elementIds(bySet && typeof a === "string" ? words(a) : a, known);
  const y = elementIds(bySet && typeof b === "string" ? words(b) : b, known);
  if (x === null || y === null) return NaN;
  if (x.length + y.length === 0) return 1;
  if (kind === "ratcliff") return (2 * matchingElements(x, y, 1e8)) / (x.length + y.length);
  if (kind === "levenshtein") return 1 - countEdits(x, y, 1e8) / Math.max(x.length, y.length);
  const [p, q] = [new Set(x), new Set(y)];
  let common = 0;
  for (const id of p) if (q.has(id)) common++;
  return common / (p.size + q.size - common);
}

export const operator: Operator = {
  name: "similarity",
  category: "similarity",
  summary: "How alike two texts or two lists are, from 0 to 1.",
  doc: 'Two empty ones are 1. Elements are the code points of a text, or the elements of a list.\n- `"ratcliff"` (Ratcliff/Obershelp): 2M / (|a| + |b|), where M counts the elements in matching blocks: the longest common run, of equal ones the first in `a` and then in `b`, and likewise in what is left and right of it. Not symmetric. Python\'s `difflib` gives the same with `autojunk=False`; by default it ignores frequent elements from 200 elements on.\n- `"levenshtein"`: 1 − edit distance / length of the longer one.\n- `"jaccard"`: distinct elements in both / distinct elements in either; of texts the elements are words.\n\nMissing where more than 100 million pairs of elements would have to be looked at (for `ratcliff` only equal ones count): two texts of 20 000 characters of ordinary prose stay below that, long runs of one character do not.',
  parameters: [
    { name: "a", type: "any", doc: "A text, a list or a vector." },
    { name: "b", type: "any", doc: "Another one of the same kind." },
    {
      name: "kind",
      type: "option",
      default: "ratcliff",
      options: ["ratcliff", "levenshtein", "jaccard"],
      constant: true,
      doc: "What is counted.",
    },
  ],
  result: "number",
  resultType: (types: readonly ValueType[]) => comparable("similarity", types) ?? { kind: "number" },
  unit: "ratio",
  elementwise: false,
  evaluate: similarity,
  range: () => TRUTH,
  monotone: ["?", "?", "0"],
  examples: [
    { expression: 'similarity("abcd", "bcde")', value: 0.75 },
    { expression: 'similarity("kitten", "sitting", kind: "levenshtein")', value: 0.5714285714285714 },
    { expression: 'similarity("so it is", "it was so", kind: "jaccard")', value: 0.5 },
    { expression: "similarity([1, 2, 3], [2, 3, 4])", value: 0.6666666666666666 },
  ],
  source: "Ratcliff and Metzener 1988, as in Python's `difflib`; Levenshtein 1966; Jaccard 1901",
};
