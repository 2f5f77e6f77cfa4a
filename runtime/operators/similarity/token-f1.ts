// Overlap of two texts in words: record and value.
import { TRUTH } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";
import { words } from "../text/words.ts";
import { elementIds } from "./element-ids.ts";
import { comparable } from "./sequence-types.ts";

/** 2 · common / (|a| + |b|) over words or elements, counted as often as they occur in both; 1 for two empty ones. */
export function tokenF1(a: string | ArrayLike<unknown> | null, b: string | ArrayLike<unknown> | null): number {
  const known = new Map<string, number>();
  const x = elementIds(typeof a === "string" ? words(a) : a, known);
  const y = elementIds(typeof b === "string" ? words(b) : b, known);
  if (x === null || y === null) return NaN;
  if (x.length + y.length === 0) return 1;
  const left = new Map<number, number>();
  for (const id of x) left.set(id, (left.get(id) ?? 0) + 1);
  let common = 0;
  for (const id of y) {
    const times = left.get(id) ?? 0;
    if (times > 0) common++;
    left.set(id, times - 1);
  }
  return (2 * common) / (x.length + y.length);
}

export const operator: Operator = {
  name: "token_f1",
  category: "similarity",
  summary: "How much two texts overlap in words, whatever their order.",
  doc: "The F1 of precision and recall: 2 · common / (|a| + |b|), where a word counts as often as it occurs in both. Words are what stands between white space; of two lists the elements are compared. Two empty ones are 1, an empty and another 0. Nothing is made lower case and no punctuation or article is removed: do that first where the usual answer score is wanted.",
  parameters: [
    { name: "a", type: "any", doc: "A text, a list or a vector." },
    { name: "b", type: "any", doc: "Another one of the same kind." },
  ],
  result: "number",
  resultType: (types: readonly ValueType[]) => comparable("token_f1", types) ?? { kind: "number" },
  unit: "ratio",
  elementwise: false,
  evaluate: tokenF1,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: 'token_f1("the cat sat", "the cat")', value: 0.8 },
    { expression: 'token_f1("a b c d", "e a b c d")', value: 0.8888888888888888 },
    { expression: 'token_f1("", "a")', value: 0 },
  ],
  source: "Rajpurkar et al. 2016 (SQuAD evaluation), without its normalisation",
};
