// Search for a pattern, `t matches p`: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { contains } from "../text/contains.ts";

/** 1 where the pattern occurs anywhere in the text, 0 where not, NaN for a missing text. A string pattern is literal. */
export function matches(text: string | null, pattern: RegExp | string | null): number {
  return contains(text, pattern);
}

export const operator: Operator = {
  name: "matches",
  symbol: "matches",
  category: "comparison",
  summary: "Whether a pattern occurs in a text.",
  doc: 'Searches anywhere in the text: anchor with `^` and `$` for the whole text. `"…"` is literal, `r"…"flags` a regular expression.',
  parameters: [
    { name: "text", type: "text", doc: "Where to search." },
    { name: "pattern", type: "pattern", search: "first", doc: "A text, taken literally, or a regular expression." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: matches,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: '"so 42" matches r"\\d+$"', value: true },
    { expression: '"so 42." matches r"^\\d+$"', value: false },
  ],
  source: "Python `re.search`",
};
