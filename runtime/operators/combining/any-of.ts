// Several scores of which one must be good: record and value.
import { type Interval, meet, subtractIntervals } from "../../interval.ts";
import { logLogisticInterval } from "../../score-intervals.ts";
import { ANY_COUNT } from "../../sum-interval.ts";
import { logsig } from "../bounding/logsig.ts";
import { softplus } from "../bounding/softplus.ts";
import type { Operator } from "../operator.ts";
import { asProbability } from "./all-of.ts";
import { numberOfPairs } from "./paired.ts";

/** log(1 − Π (1 − σ(xᵢ − refᵢ))), or e to that; never −∞ for finite scores; NaN over nothing and for different lengths. */
export function anyOf(xs: ArrayLike<number>, refs: ArrayLike<number>, prob: number | boolean = 0): number {
  if (xs.length === 0 || xs.length !== refs.length) return NaN;
  let none = 0;
  let best = -Infinity;
  for (let i = 0; i < xs.length; i++) {
    none -= softplus(xs[i] - refs[i]);
    best = Math.max(best, logsig(xs[i], refs[i]));
  }
  let some = none > -Math.LN2 ? Math.log(-Math.expm1(none)) : Math.log1p(-Math.exp(none));
  if (none > -1e-17 && best > -Infinity) {
    // So small that the probabilities simply add up; as logarithms, which do not vanish.
    let share = 0;
    for (let i = 0; i < xs.length; i++) share += Math.exp(logsig(xs[i], refs[i]) - best);
    some = best + Math.log(share);
  }
  const asks = Number(prob);
  return asks === 0 ? some : asks === 1 ? Math.exp(some) : NaN;
}

/** At least the best single one, at most all of them added up; relative errors grow with the size of the logarithms. */
function range([xs, refs, prob]: Interval[], _: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const [first = ANY_COUNT, second = ANY_COUNT] = counts ?? [];
  const count = meet(first, second) ?? ANY_COUNT;
  const single = logLogisticInterval(subtractIntervals(xs, refs));
  const error = 1e-11 + Math.min(count.hi, 2 ** 32) * 1e-12;
  const most = single.hi + Math.log(Math.max(1, count.hi));
  const slack = error * (Math.abs(single.hi) + Math.log(Math.max(1, Math.min(count.hi, 2 ** 32))));
  const hi = Math.min(0, Number.isFinite(most) ? most + slack : most === Number.NEGATIVE_INFINITY ? most : 0);
  return asProbability({ lo: single.lo * (1 + error), hi }, prob);
}

export const operator: Operator = {
  name: "any_of",
  category: "combining",
  summary: "How likely it is that an answer is good in at least one respect.",
  doc: "`log(1 − Π (1 − σ(xᵢ − refᵢ)))`, the dual of `all_of`: the logarithm of the probability that at least one score beats its reference, if they are independent. It reads as a logical *or*, so the easiest property decides. At most 0, never −∞; `prob: true` gives the probability itself. Over nothing it is missing.",
  parameters: [
    { name: "xs", type: "values", doc: "One score per property, pure numbers." },
    { name: "refs", type: "values", doc: "As many reference scores." },
    { name: "prob", type: "bool", default: false, constant: true, doc: "The probability instead of its logarithm." },
  ],
  result: "number",
  resultType: numberOfPairs("xs", "refs"),
  unit: "pure",
  elementwise: false,
  evaluate: anyOf,
  range,
  monotone: ["+", "-", "?"],
  examples: [
    { expression: "any_of([1, 1], [1, 1], prob: true)", value: 0.75, tolerance: 1e-12 },
    { expression: "any_of([0], [0])", value: -Math.LN2, tolerance: 1e-12 },
    { expression: "any_of([-1000, -1000], [0, 0])", value: -999.306853, tolerance: 5e-5 },
  ],
  source: "Our own dual of `all_of`",
};
