// The difference of two scores for the same prompt: record and value.
import { subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** a − b. */
export function prefDiff(a: number, b: number): number {
  return a - b;
}

export const operator: Operator = {
  name: "pref_diff",
  category: "judging",
  summary: "How much higher one answer scores than another for the same prompt.",
  doc: "`a − b`. Reward models leave an offset per prompt open, so that only differences for the same prompt mean something; this one is the same whatever the offset.",
  parameters: [
    { name: "a", type: "number", doc: "Score of one answer." },
    { name: "b", type: "number", doc: "Score of the other, for the same prompt and by the same model." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: prefDiff,
  range: ([a, b]) => subtractIntervals(a, b),
  monotone: ["+", "-"],
  examples: [
    { expression: "pref_diff(2, 0.5)", value: 1.5 },
    { expression: "pref_diff(102, 100.5)", value: 1.5 },
  ],
  source: "PRDP, 2024; HelpSteer2-Preference, 2024",
};
