// A score in units of a frozen reference: record and value.
import { divideIntervals, EVERYTHING, type Interval, point, subtractIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** (x − mean) / sd; NaN where sd is below eps: constant on the reference set. */
export function frozenNorm(x: number, mean: number, sd: number, eps = 1e-8): number {
  return sd >= eps && sd > 0 ? (x - mean) / sd : NaN;
}

function range([x, mean, sd, eps = point(1e-8)]: Interval[]): Interval {
  const lo = Math.max(sd.lo, eps.lo, 0);
  return lo <= sd.hi ? divideIntervals(subtractIntervals(x, mean), { lo, hi: sd.hi }) : EVERYTHING;
}

export function normalisedMonotone([x, mean]: Interval[]): Monotone[] {
  return ["+", "-", x.lo >= mean.hi ? "-" : x.hi <= mean.lo ? "+" : "?", "?"];
}

export const operator: Operator = {
  name: "frozen_norm",
  category: "bounding",
  summary: "A score in standard deviations of a frozen reference model's outputs.",
  doc: "`(x − mean) / sd`, with `mean` and `sd` computed once, on outputs of the reference model, and never again: they are params or signals `from reference`. Unlike `running_norm` it does not move while the policy learns, so a gain stays a gain. Where `sd` is below `eps` the score was constant on the reference set: there is nothing to measure by, and the result is missing.",
  parameters: [
    { name: "x", type: "number", doc: "The score." },
    { name: "mean", type: "number", doc: "Mean of the score on the reference set, in the same unit." },
    { name: "sd", type: "number", doc: "Its standard deviation there." },
    { name: "eps", type: "number", default: 1e-8, doc: "The smallest `sd` that is accepted." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: frozenNorm,
  range,
  monotone: normalisedMonotone,
  examples: [{ expression: "frozen_norm(3, 1, 2)", value: 1 }],
  source: "Our own form of the frozen normalisation that Quark Medical Alignment describes in words",
};
