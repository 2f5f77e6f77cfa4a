// Two scores mixed by shares: record and value.
import type { Interval } from "../../interval.ts";
import { blendInterval } from "../../score-intervals.ts";
import type { Monotone, Operator } from "../operator.ts";

/** (1 − p)·a + p·b, never beyond either; NaN for p outside 0..1. */
export function blend(a: number, b: number, p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  return Math.min(Math.max((1 - p) * a + p * b, Math.min(a, b)), Math.max(a, b));
}

export function blendMonotone(a: Interval, b: Interval): Monotone {
  return b.lo >= a.hi ? "+" : b.hi <= a.lo ? "-" : "?";
}

export const operator: Operator = {
  name: "blend",
  category: "combining",
  summary: "A mixture of two scores, a share of each.",
  doc: "`(1 − p)·a + p·b` with `p` in 0..1, missing outside; never below the lower or above the higher of the two. `lerp` goes on in a straight line beyond. The scores should have ranges of the same width: a bonus of 10 with a share of a quarter outweighs a loss of 1 with the rest, `blend(-1, 10, 0.25)` is 1.75.",
  parameters: [
    { name: "a", type: "number", doc: "The score with share 1 − p." },
    { name: "b", type: "number", doc: "The score with share p, in the same unit." },
    { name: "p", type: "number", pure: true, doc: "The share of the second, 0 to 1; λ in papers." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: blend,
  range: ([a, b, p]) => blendInterval(a, b, p),
  monotone: ([a, b]) => ["+", "+", blendMonotone(a, b)],
  examples: [
    { expression: "blend(-1, 10, 0.25)", value: 1.75 },
    { expression: "blend(-1, 1, 0.25)", value: -0.5 },
  ],
  source: "Mixture of environment and debate reward, as in work on justifiable policies by debate",
};
