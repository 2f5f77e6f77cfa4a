// The share of repeated n-grams: record and value.
import { TRUTH } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";
import { words } from "../text/words.ts";
import { elementIds } from "./element-ids.ts";

/** 1 − distinct / all runs of n neighbours, 0 where there are none; NaN where n is not a whole number from 1. */
export function ngramRepetition(xs: string | ArrayLike<unknown> | null, n: number): number {
  const ids = elementIds(typeof xs === "string" ? words(xs) : xs, new Map<string, number>());
  if (ids === null || !(n >= 1) || Math.floor(n) !== n) return NaN;
  const total = ids.length - n + 1;
  if (total <= 0) return 0;
  // Two runs that overlap or touch make a longer one, so that long runs cost no more than short ones.
  let runs = ids;
  for (let size = 1; size < n; ) {
    const step = Math.min(size, n - size);
    const known = new Map<number, number>();
    const longer: number[] = [];
    for (let i = 0; i + step + size <= ids.length; i++) {
      const key = runs[i] * (ids.length + 1) + runs[i + step];
      const id = known.get(key) ?? known.size;
      known.set(key, id);
      longer.push(id);
    }
    runs = longer;
    size += step;
  }
  return 1 - new Set(runs).size / total;
}

function resultType([of]: readonly ValueType[]): ValueType | { problem: string } {
  if (of.kind === "text" || of.kind === "list" || of.kind === "vector") return { kind: "number" };
  return { problem: "'ngram_repetition' needs a text, a list or a vector." };
}

export const operator: Operator = {
  name: "ngram_repetition",
  category: "similarity",
  summary: "The share of n-grams that repeat earlier ones, from 0 to 1.",
  doc: "1 − distinct / all runs of `n` neighbours. A text is taken as its words (make it lower case first where that should not count). 0 where there are fewer than `n`; missing where `n` is not a whole number from 1. It counts every repetition: a hundred times the same word gives 0.99, not the 0.01 of counting which n-grams occur more than once.",
  parameters: [
    { name: "xs", type: "any", doc: "A text, which is split into words, a list or a vector." },
    { name: "n", type: "count", pure: true, doc: "How many elements stand in one run, from 1." },
  ],
  result: "number",
  resultType,
  unit: "ratio",
  elementwise: false,
  evaluate: ngramRepetition,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: 'ngram_repetition("so it is so it is", 3)', value: 0.25 },
    { expression: 'ngram_repetition("so it is", 4)', value: 0 },
    { expression: "ngram_repetition([1, 1, 1, 1], 1)", value: 0.75 },
  ],
  source: "The repetition penalty of open-r1, which follows Yeo et al. 2025",
};
