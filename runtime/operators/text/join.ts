// A list of texts as one text: record and value.
import type { Interval } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** The texts one after the other with `sep` between them; null where one is missing or the result would be enormous. */
export function join(texts: readonly (string | null)[] | null, sep: string | null): string | null {
  if (texts === null || sep === null) return null;
  let size = sep.length * Math.max(0, texts.length - 1);
  for (const text of texts) {
    if (text === null) return null;
    size += text.length;
  }
  return size > 1e8 ? null : texts.join(sep);
}

function range([texts, sep]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const most = counts?.[0]?.hi ?? Number.POSITIVE_INFINITY;
  const times = (length: number, count: number) => (length <= 0 || count <= 0 ? 0 : length * count);
  return { lo: 0, hi: times(texts.hi, most) + times(sep.hi, most - 1) };
}

export const operator: Operator = {
  name: "join",
  category: "text",
  summary: "The texts of a list as one text.",
  doc: "With `sep` between them; an empty list gives an empty text. Missing where one of them is, and where the result would be longer than 100 million characters.",
  parameters: [
    { name: "texts", type: "texts", doc: "A list of text." },
    { name: "sep", type: "text", doc: "What stands between two of them." },
  ],
  result: "text",
  unit: "none",
  elementwise: false,
  evaluate: join,
  range,
  monotone: ["?", "?"],
  examples: [
    { expression: 'join(["so", "it", "is"], " ")', value: "so it is" },
    { expression: 'join(words("  a  b "), "-")', value: "a-b" },
  ],
  source: "Python `str.join`",
};
