// Weights for criteria from how weak, how risky and how redundant they are: record and value.
import type { Interval } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { numbersOfPairs } from "./paired.ts";

/** Shares of 1 in proportion to (1 − score)·risk·(1 − redundancy), none below floor; NaN where an argument cannot be. */
export function triFactor(
  scores: ArrayLike<number>,
  risks: ArrayLike<number>,
  redundancies: ArrayLike<number>,
  floor = 0,
): number[] {
  const share = (x: number) => x >= 0 && x <= 1;
  const parts = Array.from(scores, (s, i) =>
    share(s) && risks[i] >= 0 && share(redundancies[i]) ? (1 - s) * risks[i] * (1 - redundancies[i]) : NaN,
  );
  const n = parts.length;
  const total = parts.reduce((sum, part) => sum + part, 0);
  const possible = risks.length === n && redundancies.length === n && floor >= 0 && floor * n <= 1 && total < Infinity;
  if (!possible) return parts.map(() => NaN);
  return total === 0 ? parts.map(() => 1 / n) : sharesAbove(parts, floor);
}

/** Shares of 1 in proportion to parts; what would fall below the floor is lifted to it, and the others share the rest. */
export function sharesAbove(parts: readonly number[], floor: number): number[] {
  const lifted = parts.map(() => false);
  for (;;) {
    const mass = 1 - floor * lifted.filter(Boolean).length;
    const rest = parts.reduce((sum, part, i) => (lifted[i] ? sum : sum + part), 0);
    const shares = parts.map((part, i) => (lifted[i] ? floor : mass * (part / rest)));
    const low = shares.map((value, i) => !lifted[i] && !(value >= floor));
    if (!low.includes(true)) return shares;
    for (let i = 0; i < low.length; i++) if (low[i]) lifted[i] = true;
  }
}

function range([, , , floor]: Interval[]): Interval {
  return { lo: Math.min(1, Math.max(0, floor?.lo ?? 0)), hi: 1 };
}

export const operator: Operator = {
  name: "tri_factor",
  category: "combining",
  summary: "Weights for criteria that are weak, risky and not covered by others.",
  doc: "`wᵢ ∝ (1 − scoreᵢ)·riskᵢ·(1 − redundancyᵢ)`, as shares that sum to 1: what is already good, harmless or said by another criterion gets little weight. A share below `floor` is lifted to it, and the others divide the rest in proportion, so no criterion is switched off. Where every product is 0 all weigh the same. Missing where a score or a redundancy lies outside 0..1, a risk is negative, or `floor` is more than 1/n. Meant for weights that are settled per batch; computed from the scores of one answer, a weak criterion becomes expensive at once.",
  parameters: [
    { name: "scores", type: "values", doc: "How good each criterion is already, 0 to 1." },
    { name: "risks", type: "values", doc: "What a failure of each would cost, not negative." },
    { name: "redundancies", type: "values", doc: "How much of each the others say too, 0 to 1." },
    { name: "floor", type: "number", default: 0, doc: "The smallest weight." },
  ],
  result: "as first",
  resultType: numbersOfPairs("scores", "risks", "redundancies"),
  unit: "pure",
  elementwise: false,
  evaluate: triFactor,
  range,
  monotone: ["?", "?", "?", "?"],
  examples: [
    { expression: "tri_factor([0.2, 0.8], [1, 2], [0, 0.5])", value: [0.8, 0.2], tolerance: 1e-12 },
    { expression: "tri_factor([0.2, 0.8], [1, 2], [0, 0.5], floor: 0.3)", value: [0.7, 0.3], tolerance: 1e-12 },
    { expression: "tri_factor([1, 1], [1, 2], [0, 0])", value: [0.5, 0.5] },
  ],
  source: "Three factors of Quark Medical Alignment; their product, and the floor, are our own form",
};
