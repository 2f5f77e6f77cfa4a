// Whether the claims of an answer hold: record and value.
import { hull, type Interval, meet, TRUTH } from "../../interval.ts";
import { meanInterval } from "../../sum-interval.ts";
import type { Operator, Setting } from "../operator.ts";
import { someOf } from "./token-prob.ts";

/** The smallest, the mean, or the mean where all are 1 and else 0; NaN over nothing and for what is not within 0..1. */
export function claims(values: ArrayLike<number>, how = "min"): number {
  let least = 1;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] >= 0 && values[i] <= 1)) return Number.NaN;
    least = Math.min(least, values[i]);
    sum += values[i];
  }
  if (values.length === 0) return Number.NaN;
  if (how === "min") return least;
  return how === "mean" || least === 1 ? sum / values.length : 0;
}

const kinds = ["min", "mean", "gated"];

function rangeOf(how: string, element: Interval, count: Interval): Interval {
  if (how === "min") return element;
  if (how === "mean") return meet(meanInterval(element, someOf(count)), TRUTH) ?? TRUTH;
  return { lo: element.lo === 1 ? 1 : 0, hi: element.hi === 1 ? 1 : 0 };
}

function reduceRange(element: Interval, count: Interval, how?: Setting): Interval {
  const fitting = meet(element, TRUTH) ?? TRUTH;
  const possible = how?.option === undefined ? kinds : [how.option];
  return hull(...possible.map((kind) => rangeOf(kind, fitting, count)));
}

export const operator: Operator = {
  name: "claims",
  category: "judging",
  summary: "Whether the claims of an answer hold: all of them, or a share.",
  doc: "Of one value per claim, true or false or a score in 0..1: the smallest (`min`), the `mean`, or 1 where all hold and else 0 (`gated`, the mean times whether all are 1). An answer without claims is missing, not perfect: give `?? 0`. `mean` is played by adding claims that are easily right.",
  parameters: [
    { name: "values", type: "values", doc: "One value per claim: a vector, a list, or a value `over` an axis." },
    { name: "how", type: "option", default: "min", options: kinds, constant: true, doc: "How they are folded." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: claims,
  reduceRange,
  monotone: ["+"],
  examples: [
    { expression: "claims([1, 1, 1, 0])", value: 0 },
    { expression: 'claims([true, true, true, false], how: "mean")', value: 0.75 },
    { expression: 'claims([1, 1, 1, 0], how: "gated")', value: 0 },
    { expression: 'claims([1, 1], how: "gated")', value: 1 },
  ],
  source: "Probing Latent Knowledge Conflict for Faithful RAG (CLEAR), 2025; the three folds are our own form",
};
