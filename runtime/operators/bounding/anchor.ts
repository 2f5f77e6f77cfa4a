// A score against that of the system in use: record and value.
import { addIntervals, type Interval, minIntervals, point, subtractIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** "shortfall": min(0, x − baseline + slack); "signed": x − baseline. */
export function anchor(x: number, baseline: number, slack = 0, mode = "shortfall"): number {
  return mode === "signed" ? x - baseline : Math.min(0, x - baseline + slack);
}

function range([x, baseline, slack = point(0)]: Interval[], options: (string | undefined)[]): Interval {
  const gain = subtractIntervals(x, baseline);
  return options[3] === "signed" ? gain : minIntervals(point(0), addIntervals(gain, slack));
}

function monotone(_: Interval[], options: (string | undefined)[]): Monotone[] {
  return options[3] === "signed" ? ["+", "-", "0", "0"] : ["+", "-", "+", "0"];
}

export const operator: Operator = {
  name: "anchor",
  category: "bounding",
  summary: "How far a criterion falls behind the system that is in use today.",
  doc: "`shortfall`: `min(0, x − baseline + slack)`: 0 while the criterion holds what the baseline had, negative below, so that nothing is gained by overshooting it. `signed`: `x − baseline`, which also pays for being better; `slack` has no part in it. `baseline` is frozen: what the current system reaches on this criterion, for the same input.",
  parameters: [
    { name: "x", type: "number", doc: "The criterion." },
    { name: "baseline", type: "number", doc: "What the system in use reaches on it, frozen, in the same unit." },
    { name: "slack", type: "number", default: 0, doc: "How much worse is still accepted." },
    {
      name: "mode",
      type: "option",
      default: "shortfall",
      options: ["shortfall", "signed"],
      constant: true,
      doc: "Whether being better counts as well.",
    },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: anchor,
  range,
  monotone,
  examples: [
    { expression: "anchor(0.92, 0.90)", value: 0 },
    { expression: 'anchor(0.92, 0.90, mode: "signed")', value: 0.02, tolerance: 5e-5 },
    { expression: "anchor(0.85, 0.90)", value: -0.05, tolerance: 5e-5 },
    { expression: "anchor(0.85, 0.90, slack: 0.1)", value: 0 },
  ],
  source: "Our own form of anchoring to a baseline, as described for reinforcement learning of watermarks",
};
