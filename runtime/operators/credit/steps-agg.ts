// One score from the scores of the steps: record and value.
import { hull, type Interval, meet, TRUTH } from "../../interval.ts";
import { meanInterval } from "../../sum-interval.ts";
import type { Operator, Setting } from "../operator.ts";
import { operator as productRecord } from "../reduction/product.ts";

/** A probability kept away from 0 and 1, NaN for what is none. */
export function openProbability(p: number): number {
  return p >= 0 && p <= 1 ? Math.min(Math.max(p, 1e-6), 1 - 1e-6) : Number.NaN;
}

/** The scores folded as `how` says; NaN over nothing, where one is NaN, or where one does not fit the kind. */
export function stepsAgg(scores: ArrayLike<number>, how = "min"): number {
  const n = scores.length;
  if (n === 0) return Number.NaN;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let product = 1;
  let logs = 0;
  for (let k = 0; k < n; k++) {
    const p = openProbability(scores[k]);
    const s = how === "mean_logit" ? p : how === "mean_odds" ? p / (1 - p) : scores[k];
    least = Math.min(least, s);
    most = Math.max(most, s);
    sum += s;
    product *= s;
    logs += how === "mean_logit" ? Math.log(s / (1 - s)) : Math.log(s);
  }
  if (Number.isNaN(least) || how === "min") return least;
  if (how === "max") return most;
  if (how === "prod") return product;
  if (how === "last") return scores[n - 1];
  if (how === "mean") return sum / n;
  // What lies between the ends in theory does not leave them by rounding either.
  const mean = how === "mean_odds" ? sum / n : how === "mean_logit" ? 1 / (1 + Math.exp(-logs / n)) : Math.exp(logs / n);
  return Math.min(Math.max(mean, least), most);
}

const kinds = ["min", "max", "prod", "geometric_mean", "mean", "last", "mean_logit", "mean_odds"];
const odds = (p: number): number => openProbability(p) / (1 - openProbability(p));

function rangeOf(how: string, element: Interval, count: Interval): Interval {
  const some = { lo: Math.max(1, count.lo), hi: Math.max(1, count.hi) };
  const probable = meet(element, TRUTH) ?? TRUTH;
  switch (how) {
    case "prod":
      return productRecord.reduceRange!(element, some);
    case "mean":
      return meanInterval(element, some);
    case "mean_logit":
      return { lo: openProbability(probable.lo), hi: openProbability(probable.hi) };
    case "mean_odds":
      return { lo: odds(probable.lo), hi: odds(probable.hi) };
    default:
      return element;
  }
}

function reduceRange(element: Interval, count: Interval, how?: Setting): Interval {
  const possible = how?.option === undefined ? kinds : [how.option];
  return hull(...possible.map((kind) => rangeOf(kind, element, count)));
}

export const operator: Operator = {
  name: "steps_agg",
  category: "credit",
  summary: "One score for a chain of steps from the scores of the steps.",
  doc: `| how | value |
|---|---|
| \`min\`, \`max\`, \`mean\`, \`last\` | as they say |
| \`prod\` | Π sₖ |
| \`geometric_mean\` | (Π sₖ)^(1/K); missing for a negative score |
| \`mean_logit\` | σ(mean of ln(p/(1 − p))) |
| \`mean_odds\` | mean of p/(1 − p) |

The last two are for probabilities, which are kept within 1e-6 of 0 and 1; anything outside 0..1 cannot be computed. Over no steps it is missing: give \`??\` the lowest score there is, not 0.5. \`mean\` and \`mean_odds\` let good steps pay for a bad one, and \`mean\`, \`prod\` and \`last\` change when steps are split or added; \`min\` is the hardest to play.`,
  parameters: [
    { name: "scores", type: "values", doc: "One score per step: a vector, a list, or a value `over` an axis." },
    { name: "how", type: "option", default: "min", options: kinds, constant: true, doc: "How they are folded." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  reduce: stepsAgg,
  reduceRange,
  monotone: ["?"],
  examples: [
    { expression: "steps_agg([0.9, 0.8, 0.5])", value: 0.5 },
    { expression: 'steps_agg([0.9, 0.8, 0.5], how: "prod")', value: 0.36, tolerance: 5e-5 },
    { expression: 'steps_agg([0.9, 0.8, 0.5], how: "geometric_mean")', value: 0.711379, tolerance: 5e-5 },
    { expression: 'steps_agg([0.9, 0.8, 0.5], how: "mean")', value: 0.733333, tolerance: 5e-5 },
    { expression: 'steps_agg([0.9, 0.8, 0.5], how: "last")', value: 0.5 },
    { expression: 'steps_agg([0.9, 0.8, 0.5], how: "mean_logit")', value: 0.767546, tolerance: 5e-5 },
    { expression: 'steps_agg([0.9, 0.8, 0.5], how: "mean_odds")', value: 4.666667, tolerance: 5e-5 },
  ],
  source: "Kim et al., Evaluating Robustness of Reward Models for Mathematical Reasoning (RewardMATH), 2024",
};
