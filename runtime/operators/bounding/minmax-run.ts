// A score between the lowest and highest of the run: record and value.
import { type Interval, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { ramp, operator as rampRecord } from "./ramp.ts";

/** (x − lo) / (hi − lo), kept in 0..1; 0 where both are the same; NaN where hi < lo. */
export function minmaxRun(x: number, lo: number, hi: number): number {
  return lo === hi && !Number.isNaN(x) ? 0 : ramp(x, lo, hi);
}

function range([x, lo, hi]: Interval[]): Interval {
  const share = rampRecord.range?.([x, lo, hi], []) ?? TRUTH;
  return lo.hi < hi.lo ? share : { lo: 0, hi: share.hi };
}

export const operator: Operator = {
  name: "minmax_run",
  category: "bounding",
  summary: "Where a score lies between the lowest and the highest of the run so far.",
  doc: "`(x − lo) / (hi − lo)`, in 0..1. `lo` and `hi` are signals `from trainer`: the extremes of the run so far, this score included; a score outside them counts as the nearer one. Where both are the same the result is 0, not a division by zero. One extreme score compresses all that follow.",
  parameters: [
    { name: "x", type: "number", doc: "The score." },
    { name: "lo", type: "number", doc: "Lowest score of the run so far: a signal from the trainer, in the same unit." },
    { name: "hi", type: "number", doc: "Highest score of the run so far: a signal from the trainer." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: minmaxRun,
  range,
  monotone: ([, lo, hi]) => (lo.hi < hi.lo ? ["+", "-", "-"] : ["+", "-", "?"]),
  examples: [
    { expression: "minmax_run(3, 1, 5)", value: 0.5 },
    { expression: "minmax_run(3, 3, 3)", value: 0 },
  ],
  source: "Baseline `minmax` of Fu et al., 2025; 0 where there is no width is our own",
};
