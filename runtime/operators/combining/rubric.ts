// A weighted mean of rubric scores: record and value.
import { divideIntervals, type Interval, meet, multiplyIntervals } from "../../interval.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import type { Monotone, Operator } from "../operator.ts";
import { numberOfPairs } from "./paired.ts";

/** Σ wᵢ·sᵢ / Σ wᵢ, or Σ wᵢ·sᵢ; NaN for different lengths and, divided, where the weights sum to 0. A mean never leaves the scores. */
export function rubric(weights: ArrayLike<number>, scores: ArrayLike<number>, normalise: number | boolean = 1): number {
  if (weights.length !== scores.length) return NaN;
  let total = 0;
  let mass = 0;
  let lightest = Infinity;
  let [lowest, highest] = [Infinity, -Infinity];
  for (let i = 0; i < weights.length; i++) {
    total += weights[i] * scores[i];
    mass += weights[i];
    lightest = Math.min(lightest, weights[i]);
    lowest = Math.min(lowest, scores[i]);
    highest = Math.max(highest, scores[i]);
  }
  const asks = Number(normalise);
  if (asks === 0) return total;
  if (!(asks === 1 && mass !== 0)) return NaN;
  return lightest >= 0 ? Math.min(Math.max(total / mass, lowest), highest) : total / mass;
}

function range([weights, scores, normalise]: Interval[], _: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const [first = ANY_COUNT, second = ANY_COUNT] = counts ?? [];
  const count = meet(first, second) ?? ANY_COUNT;
  const plain = sumInterval(multiplyIntervals(weights, scores), count);
  if (normalise?.hi === 0) return plain;
  const divided = weights.lo >= 0 ? scores : divideIntervals(plain, sumInterval(weights, count));
  return normalise === undefined || normalise.lo === 1
    ? divided
    : { lo: Math.min(plain.lo, divided.lo), hi: Math.max(plain.hi, divided.hi) };
}

function monotone([weights, , normalise]: Interval[]): Monotone[] {
  const along = weights.lo >= 0 ? "+" : weights.hi <= 0 && normalise?.hi === 0 ? "-" : "?";
  return ["?", along, "?"];
}

export const operator: Operator = {
  name: "rubric",
  category: "combining",
  summary: "The weighted mean of the scores of a rubric's criteria.",
  doc: "`Σ wᵢ·sᵢ / Σ wᵢ`: with scores in 0..1 and weights that are not negative it stays in 0..1, whatever the weights sum to. `normalise: false` leaves out the division, and then the weights should sum to 1. A criterion with a negative weight is a pitfall that is charged. Missing where the weights sum to 0; lists of different length cannot be computed.",
  parameters: [
    { name: "weights", type: "values", pure: true, doc: "One weight per criterion, pure numbers." },
    { name: "scores", type: "values", doc: "The score of each criterion, all in one unit." },
    { name: "normalise", type: "bool", default: true, constant: true, pure: true, doc: "Divide by the sum of the weights." },
  ],
  result: "number",
  resultType: numberOfPairs("weights", "scores"),
  unit: "same",
  elementwise: false,
  evaluate: rubric,
  range,
  monotone,
  examples: [
    { expression: "rubric([0.5, 0.3, 0.2], [1, 0.5, 0])", value: 0.65, tolerance: 1e-12 },
    { expression: "rubric([5, 3, 2], [1, 0.5, 0])", value: 0.65, tolerance: 1e-12 },
    { expression: "rubric([5, 3, 2], [1, 0.5, 0], normalise: false)", value: 6.5 },
  ],
  source: "Rubric rewards of RM-R1 (Chen et al., 2025) and Meta Policy Optimization (Kim et al., 2025)",
};
