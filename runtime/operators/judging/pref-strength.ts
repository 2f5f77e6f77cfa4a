// How strongly several reward models prefer an answer: record and value.
import { hull, type Interval, TRUTH } from "../../interval.ts";
import { meanInterval } from "../../sum-interval.ts";
import type { Operator, Setting } from "../operator.ts";
import { std, operator as stdRecord } from "../reduction/std.ts";
import { someOf } from "./token-prob.ts";

/** Mean, population deviation or share of positive margins; NaN over nothing or where one is NaN. */
export function prefStrength(margins: ArrayLike<number>, which = "mean"): number {
  let sum = 0;
  let votes = 0;
  for (let i = 0; i < margins.length; i++) {
    sum += margins[i];
    if (margins[i] > 0) votes += 1;
  }
  if (margins.length === 0 || Number.isNaN(sum)) return Number.NaN;
  if (which === "std") return std(margins, 0);
  return (which === "vote" ? votes : sum) / margins.length;
}

function voteInterval(margin: Interval): Interval {
  return margin.lo > 0 ? { lo: 1, hi: 1 } : margin.hi <= 0 ? { lo: 0, hi: 0 } : TRUTH;
}

const kinds = ["mean", "std", "vote"];

function rangeOf(which: string, element: Interval, count: Interval): Interval {
  if (which === "vote") return voteInterval(element);
  return which === "mean" ? meanInterval(element, count) : stdRecord.reduceRange!(element, count, { lo: 0, hi: 0 });
}

function reduceRange(element: Interval, count: Interval, which?: Setting): Interval {
  const possible = which?.option === undefined ? kinds : [which.option];
  return hull(...possible.map((kind) => rangeOf(kind, element, someOf(count))));
}

export const operator: Operator = {
  name: "pref_strength",
  category: "judging",
  summary: "How strongly several reward models prefer an answer: mean, spread or vote.",
  doc: "Of the margins by which each model prefers the answer: their `mean`, their standard deviation (`std`, dividing by n), or the share of margins above 0 (`vote`). A mean near 0 marks an unclear preference, one clearly below it a wrong label. Fewer than three models say little. Over nothing it is missing.",
  parameters: [
    { name: "margins", type: "values", doc: "One margin per model: a vector, a list, or a value `over` an axis." },
    { name: "which", type: "option", default: "mean", options: kinds, constant: true, doc: "What is given." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: prefStrength,
  reduceRange,
  monotone: (_, options) => [options[1] === "std" || options[1] === undefined ? "?" : "+"],
  examples: [
    { expression: "pref_strength([1, 0.5, -0.3])", value: 0.4, tolerance: 5e-5 },
    { expression: 'pref_strength([1, 0.5, -0.3], which: "std")', value: 0.535413, tolerance: 5e-5 },
    { expression: 'pref_strength([1, 0.5, -0.3], which: "vote")', value: 0.666667, tolerance: 5e-5 },
  ],
  source: "Secrets of RLHF in Large Language Models Part II: Reward Modeling, 2024",
};
