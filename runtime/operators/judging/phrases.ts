// How many of some phrases a text holds: record and value.
import type { Interval } from "../../interval.ts";
import { divideUp } from "../../rounding.ts";
import type { Monotone, Operator } from "../operator.ts";

/** min(cap, different phrases found / per); NaN for a missing text or phrase and where per is not positive. */
export function phrases(text: string | null, list: ArrayLike<string | null>, per = 20, cap = 1): number {
  const wanted = new Set(Array.from(list));
  if (text === null || wanted.has(null) || !(per > 0)) return Number.NaN;
  let found = 0;
  for (const phrase of wanted) if (phrase !== null && phrase !== "" && text.includes(phrase)) found += 1;
  return Math.min(cap, found / per);
}

function range([, , per, cap]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const most = counts?.[1]?.hi ?? Number.POSITIVE_INFINITY;
  const share = most === 0 ? 0 : per.lo > 0 ? divideUp(most, per.lo) : Number.POSITIVE_INFINITY;
  return { lo: Math.min(0, cap.lo), hi: Math.min(cap.hi, share) };
}

const monotone: Monotone[] = ["?", "?", "-", "+"];

export const operator: Operator = {
  name: "phrases",
  category: "judging",
  summary: "How many of a list of phrases occur in a text, up to a cap.",
  doc: "`min(cap, found / per)`, where `found` counts the different phrases that occur, not how often; letter case counts (use `lower`). An empty phrase counts for nothing. The policy writes the text, so this is easy to play: subtract repetition, keep the weight small, and never pay for it alone.",
  parameters: [
    { name: "text", type: "text", doc: "Where to look." },
    { name: "list", type: "texts", doc: "The phrases, taken literally." },
    { name: "per", type: "number", default: 20, pure: true, doc: "So many phrases give 1." },
    { name: "cap", type: "number", default: 1, pure: true, doc: "The most it gives." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: phrases,
  range,
  monotone,
  examples: [
    { expression: 'phrases("First, hence so. Hence.", ["First", "hence", "Hence", "thus"], per: 4)', value: 0.75 },
    { expression: 'phrases("a b c", ["a", "b", "c", "a"], per: 2)', value: 1 },
  ],
  source: "The Climb Carves Wisdom Deeper Than the Summit, 2025: reasoning-pattern reward (40 phrases, 20 for 1)",
};
