// Step values corrected so that they sum to what the episode pays: record and value.
import { addIntervals, divideIntervals, EVERYTHING, type Interval, subtractIntervals } from "../../interval.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { sameShape } from "./same-shape.ts";

/** fₜ + (R − Σf)/T; null over nothing. */
export function redistribute(R: number, steps: ArrayLike<number>): number[] | null {
  if (steps.length === 0) return null;
  let sum = 0;
  for (let t = 0; t < steps.length; t++) sum += steps[t];
  const share = (R - sum) / steps.length;
  return Array.from(steps, (step) => step + share);
}

function range([R, steps]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const { lo, hi } = counts?.[1] ?? ANY_COUNT;
  const count = { lo: Math.max(1, lo), hi: Math.max(1, hi) };
  const left = subtractIntervals(R, sumInterval(steps, count));
  const result = addIntervals(steps, divideIntervals(left, count));
  return Number.isNaN(result.lo) || Number.isNaN(result.hi) ? EVERYTHING : result;
}

export const operator: Operator = {
  name: "redistribute",
  category: "credit",
  summary: "Step values shifted evenly so that they sum to what the episode is worth.",
  doc: "`fₜ + (R − Σf)/T` for each of the T step values: every step is moved by the same amount, and the sum is R. It takes the step values as one list or vector, for example one a model gives at the end; `(mean(f) − R/T)²` is the loss such a model is trained by. Over no steps, or where one value is missing, nothing can be computed.",
  parameters: [
    { name: "R", type: "number", doc: "What the episode is worth." },
    { name: "steps", type: "values", doc: "Estimated values of the steps, in the same unit." },
  ],
  result: "list of number",
  resultType: ([, steps]) => sameShape(steps),
  unit: "same",
  elementwise: false,
  evaluate: redistribute,
  range,
  monotone: ["+", "?"],
  examples: [
    { expression: "redistribute(10, [1, 2, 3, 2, 1])", value: [1.2, 2.2, 3.2, 2.2, 1.2], tolerance: 5e-5 },
    { expression: "sum(redistribute(10, [1, 2, 3, 2, 1]) - [1, 2, 3, 2, 1])", value: 1, tolerance: 5e-5 },
  ],
  source: "LaRe (Latent Reward), 2024: loss from its code; the even correction is our own form",
};
