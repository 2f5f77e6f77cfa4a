// From which confidence on an answer pays more than abstaining: record and value.
import { divideIntervals, EVERYTHING, type Interval, meet, NOT_NEGATIVE, subtractIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** (abstain − wrong) / (right − wrong); NaN where right does not pay more than wrong. */
export function breakEven(right: number, wrong: number, abstain: number): number {
  return right > wrong ? (abstain - wrong) / (right - wrong) : Number.NaN;
}

function range([right, wrong, abstain]: Interval[]): Interval {
  const spread = meet(subtractIntervals(right, wrong), NOT_NEGATIVE);
  const result = spread && divideIntervals(subtractIntervals(abstain, wrong), spread);
  return result === undefined || Number.isNaN(result.lo) || Number.isNaN(result.hi) ? EVERYTHING : result;
}

function monotone([right, wrong, abstain]: Interval[]): Monotone[] {
  const above: Monotone = abstain.lo >= wrong.hi ? "-" : abstain.hi <= wrong.lo ? "+" : "?";
  const below: Monotone = abstain.hi <= right.lo ? "-" : abstain.lo >= right.hi ? "+" : "?";
  return [above, below, "+"];
}

export const operator: Operator = {
  name: "break_even",
  category: "judging",
  summary: "The confidence from which an answer pays more than abstaining.",
  doc: "`(abstain − wrong) / (right − wrong)`. At 0 or less an agent never abstains, at 1 or more always, whatever it knows: with 1 for a right answer and nothing for a wrong one, abstaining must pay something, or wrong answers cost something. Where a right answer does not pay more than a wrong one there is no such confidence. Use it in a `probe` or an `expect`.",
  parameters: [
    { name: "right", type: "number", doc: "What a right answer pays." },
    { name: "wrong", type: "number", doc: "What a wrong answer pays." },
    { name: "abstain", type: "number", doc: "What abstaining pays." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: breakEven,
  range,
  monotone,
  examples: [
    { expression: "break_even(1, -1, 0)", value: 0.5 },
    { expression: "break_even(1, 0, 0)", value: 0 },
    { expression: "break_even(1, 0, 0.3)", value: 0.3 },
  ],
  source: "Chow, On Optimum Recognition Error and Reject Tradeoff, 1970; as used for abstaining in RAG-RewardBench, 2024",
};
