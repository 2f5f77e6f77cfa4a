// A score divided by its spread over the run: record and value.
import type { Interval } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";
import { perSpread } from "./running-norm.ts";

/** x / sd, or x where sd is 0. */
export function runningScale(x: number, sd: number): number {
  return sd > 0 ? x / sd : sd === 0 ? x : NaN;
}

function monotone([x, sd]: Interval[]): Monotone[] {
  return ["+", sd.lo <= 0 ? "?" : x.lo >= 0 ? "-" : x.hi <= 0 ? "+" : "?"];
}

export const operator: Operator = {
  name: "running_scale",
  category: "bounding",
  summary: "A score divided by its standard deviation over the run so far.",
  doc: "`x / sd`, and `x` itself where `sd` is 0. Nothing is taken off: made for trainers that normalise advantages later. `sd` is a signal `from trainer`, as for `running_norm`, and moves with the policy.",
  parameters: [
    { name: "x", type: "number", doc: "The score." },
    {
      name: "sd",
      type: "number",
      doc: "Its standard deviation over the run so far: a signal from the trainer, in the same unit.",
    },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: runningScale,
  range: ([x, sd]) => perSpread(x, sd),
  monotone,
  examples: [
    { expression: "running_scale(3, 4)", value: 0.75 },
    { expression: "running_scale(3, 0)", value: 3 },
  ],
  source: "Wang et al., Secrets of RLHF Part II: Reward Modeling (MOSS-RLHF), 2024",
};
