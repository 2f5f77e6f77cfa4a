// A text after one replacement after another: record and value.
import type { Operator } from "../operator.ts";
import { replaceText } from "./replace.ts";

/** Each text of a list replaced in what the one before left; null where anything is missing or nothing stands opposite. */
export function replaceEach(
  text: string | null,
  found: readonly (string | null)[] | null,
  by: readonly (string | null)[] | null,
): string | null {
  if (text === null || found === null || by === null || (by.length !== 1 && by.length !== found.length)) return null;
  let result: string | null = text;
  for (let i = 0; i < found.length; i++) {
    const [one, other]: (string | null)[] = [found[i], by[by.length === 1 ? 0 : i]];
    if (result === null || one === null || other === null) return null;
    result = replaceText(result, one, other);
  }
  return by.includes(null) ? null : result;
}

export const operator: Operator = {
  name: "replace_each",
  category: "text",
  summary: "A text in which the texts of a list are replaced, one after another.",
  doc: '`found[0]` is replaced by `with[0]` wherever it occurs, then in the result `found[1]` by `with[1]`, and so on: the order counts, since a later one meets what an earlier one left. A `with` of one text serves for all, so `[""]` deletes them. All are plain texts. Missing where the two lists have different lengths otherwise, where one of the texts is missing, and where the result would be longer than 100 million characters.',
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "found", type: "texts", doc: "What to replace, in this order." },
    { name: "with", type: "texts", doc: "What stands there instead: one text for each, or one for all." },
  ],
  result: "text",
  unit: "none",
  elementwise: true,
  evaluate: replaceEach,
  range: ([text, , by]) => ({ lo: 0, hi: by.hi <= 0 ? text.hi : Number.POSITIVE_INFINITY }),
  monotone: ["?", "?", "?"],
  examples: [
    { expression: 'replace_each("\\\\dfrac{1}{2} \\\\%", ["dfrac", " ", "\\\\%"], ["frac", "", ""])', value: "\\frac{1}{2}" },
    { expression: 'replace_each("5 km or 3 m", [" ", "km", "m"], [""])', value: "5or3" },
    { expression: 'replace_each("ab", ["a", "bb"], ["b", "c"])', value: "c" },
  ],
  source:
    "The normalisation of answers of Hendrycks et al. 2021 (MATH) and Lewkowycz et al. 2022 (Minerva): Python `str.replace` in a loop",
};
