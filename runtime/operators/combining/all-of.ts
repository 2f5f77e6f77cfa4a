// Several scores that must all be good: record and value.
import { type Interval, liftRising, meet, subtractIntervals, TRUTH } from "../../interval.ts";
import { logLogisticInterval } from "../../score-intervals.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import { logsig } from "../bounding/logsig.ts";
import type { Operator } from "../operator.ts";
import { numberOfPairs } from "./paired.ts";

/** Σ log σ(xᵢ − refᵢ), or e to that; NaN over nothing and for different lengths. */
export function allOf(xs: ArrayLike<number>, refs: ArrayLike<number>, prob: number | boolean = 0): number {
  if (xs.length === 0 || xs.length !== refs.length) return NaN;
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += logsig(xs[i], refs[i]);
  const asks = Number(prob);
  return asks === 0 ? total : asks === 1 ? Math.exp(total) : NaN;
}

/** The logarithm, its exponential, or either, as `prob` says. */
export function asProbability(logarithm: Interval, prob: Interval | undefined): Interval {
  if (prob === undefined || prob.hi === 0) return logarithm;
  const probability = liftRising(Math.exp, logarithm, { codomain: TRUTH, exactAt: [0] });
  return prob.lo === 1 ? probability : { lo: Math.min(logarithm.lo, 0), hi: 1 };
}

function range([xs, refs, prob]: Interval[], _: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const [first = ANY_COUNT, second = ANY_COUNT] = counts ?? [];
  const count = meet(first, second) ?? ANY_COUNT;
  const single = logLogisticInterval(subtractIntervals(xs, refs));
  return asProbability(sumInterval(single, { lo: Math.max(1, count.lo), hi: count.hi }), prob);
}

export const operator: Operator = {
  name: "all_of",
  category: "combining",
  summary: "How likely it is that an answer is good in every respect.",
  doc: "`Σ log σ(xᵢ − refᵢ)`: the logarithm of the probability that every score beats its reference, if they are independent. It reads as a logical *and*: one weak score weighs more than another strong one can make up for, so `[5, −1]` is worse than `[2, 2]` although both sum to 4. At most 0; `prob: true` gives the probability itself, in 0..1, which has hardly any slope where one score is bad. Over nothing it is missing.",
  parameters: [
    { name: "xs", type: "values", doc: "One score per property, pure numbers." },
    { name: "refs", type: "values", doc: "As many reference scores, such as `ref_quantile` of each." },
    { name: "prob", type: "bool", default: false, constant: true, doc: "The probability instead of its logarithm." },
  ],
  result: "number",
  resultType: numberOfPairs("xs", "refs"),
  unit: "pure",
  elementwise: false,
  evaluate: allOf,
  range,
  monotone: ["+", "-", "?"],
  examples: [
    { expression: "all_of([2, 2], [0, 0])", value: -0.253856, tolerance: 5e-5 },
    { expression: "all_of([5, -1], [0, 0])", value: -1.319977, tolerance: 5e-5 },
    { expression: "all_of([1, 1], [1, 1], prob: true)", value: 0.25, tolerance: 1e-12 },
  ],
  source: "Wang et al., Transforming and Combining Rewards for Aligning Large Language Models, 2024",
};
