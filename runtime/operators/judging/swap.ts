// A verdict that holds in both orders: record and value.
import { type Interval, point } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where A wins in both orders, −1 where B does, 0 where the order decided; NaN where a verdict is missing. */
export function swap(aFirst: number, bFirst: number): number {
  return aFirst - bFirst;
}

function range([aFirst, bFirst]: Interval[]): Interval {
  if (aFirst.lo === aFirst.hi && bFirst.lo === bFirst.hi) return point(aFirst.lo - bFirst.lo + 0);
  return { lo: aFirst.lo - bFirst.hi + 0, hi: aFirst.hi - bFirst.lo + 0 };
}

export const operator: Operator = {
  name: "swap",
  category: "judging",
  summary: "The verdict of a judge asked in both orders; a tie where the order decides it.",
  doc: "Ask the judge twice whether the answer it is shown *first* is the better one: once with A first, once with B first. 1 where both verdicts are for A, −1 where both are for B, 0 (a tie) where it favours the first or the second place. `swap(x, y) == 1` is an accepted win of A. It doubles the cost of judging.",
  parameters: [
    { name: "a_first", type: "bool", doc: "Whether the first won with A shown first." },
    { name: "b_first", type: "bool", doc: "Whether the first won with B shown first." },
  ],
  result: "number",
  unit: "none",
  elementwise: true,
  evaluate: swap,
  range,
  monotone: ["+", "-"],
  examples: [
    { expression: "swap(true, false)", value: 1 },
    { expression: "swap(false, true)", value: -1 },
    { expression: "swap(true, true)", value: 0 },
    { expression: "swap(false, false)", value: 0 },
  ],
  source: "Zheng et al., Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena, 2023 (swapping positions)",
};
