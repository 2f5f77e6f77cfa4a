// A weighted sum of a vector of scores: record and value.
import { addIntervals, type Interval, meet, multiplyIntervals, TRUTH } from "../../interval.ts";
import { ANY_COUNT, meanInterval, sumInterval } from "../../sum-interval.ts";
import type { Monotone, Operator } from "../operator.ts";
import { numberOfPairs } from "./paired.ts";

/** Σ wᵢ·xᵢ; NaN for different lengths, and with `simplex` where weights are negative or do not sum to 1 within 1e-6. */
export function weightedSum(xs: ArrayLike<number>, weights: ArrayLike<number>, simplex: number | boolean = 0): number {
  if (xs.length !== weights.length) return NaN;
  let total = 0;
  let mass = 0;
  let lowest = Infinity;
  for (let i = 0; i < xs.length; i++) {
    total += weights[i] * xs[i];
    mass += weights[i];
    lowest = Math.min(lowest, weights[i]);
  }
  const asks = Number(simplex);
  return asks === 0 || (asks === 1 && lowest >= 0 && Math.abs(mass - 1) <= 1e-6) ? total : NaN;
}

const NEARLY_ONE = { lo: 1 - 1e-6, hi: 1 + 1e-6 };

function range([xs, weights, simplex]: Interval[], _: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const [first = ANY_COUNT, second = ANY_COUNT] = counts ?? [];
  const count = meet(first, second) ?? ANY_COUNT;
  const single = simplex?.lo === 1 ? (meet(weights, { lo: 0, hi: NEARLY_ONE.hi }) ?? TRUTH) : weights;
  const direct = sumInterval(multiplyIntervals(xs, single), count);
  if (simplex?.lo !== 1) return direct;
  // A mean has the same rounding as a sum of so many parts that weigh 1 together; its error is counted twice.
  const error = meanInterval(multiplyIntervals(xs, NEARLY_ONE), { lo: 2, hi: count.hi });
  return meet(direct, addIntervals(error, { lo: -1e-300, hi: 1e-300 })) ?? direct;
}

const along = (other: Interval): Monotone => (other.lo >= 0 ? "+" : other.hi <= 0 ? "-" : "?");

export const operator: Operator = {
  name: "weighted_sum",
  category: "combining",
  summary: "The sum of several scores, each times its weight.",
  doc: "`Σ wᵢ·xᵢ`, added in order. With `simplex: true` the weights must be shares: none negative, together 1 within 1e-6; where they are not, the result is missing. Vectors of different length are an error, lists of different length cannot be computed. A loss in one score can be bought back with any other: what must not be traded belongs in a `gate` or a `require`. `rubric` divides by the sum of the weights.",
  parameters: [
    { name: "xs", type: "values", doc: "The scores, all in one unit." },
    { name: "weights", type: "values", pure: true, doc: "As many weights, pure numbers." },
    {
      name: "simplex",
      type: "bool",
      default: false,
      constant: true,
      pure: true,
      doc: "Whether the weights must be shares of 1.",
    },
  ],
  result: "number",
  resultType: numberOfPairs("xs", "weights"),
  unit: "same",
  elementwise: false,
  evaluate: weightedSum,
  range,
  monotone: ([xs, weights, simplex]) => [simplex?.lo === 1 ? "+" : along(weights), along(xs), "?"],
  examples: [
    { expression: "weighted_sum([1, 0.5], [0.25, 2])", value: 1.25 },
    { expression: "weighted_sum([1, 0.5], [0.5, 0.5], simplex: true)", value: 0.75 },
  ],
  source: "Weighted sum",
};
