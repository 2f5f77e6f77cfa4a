// From process reward to outcome reward through training: record and value.
import { type Interval, meet, multiplyIntervals, point, subtractIntervals, TRUTH } from "../../interval.ts";
import { blendInterval } from "../../score-intervals.ts";
import { blend, blendMonotone } from "../combining/blend.ts";
import type { Operator } from "../operator.ts";

/** α·process + (1 − α)·outcome with α = share·(1 − p), p held in 0..1; NaN for a share outside 0..1. */
export function processToOutcome(process: number, outcome: number, p: number, share = 0.5): number {
  if (!(share >= 0 && share <= 1)) return NaN;
  return blend(outcome, process, share * (1 - Math.min(Math.max(p, 0), 1)));
}

function range([process, outcome, p, share = point(0.5)]: Interval[]): Interval {
  const gone = meet(p, TRUTH) ?? (p.hi < 0 ? point(0) : point(1));
  return blendInterval(outcome, process, multiplyIntervals(share, subtractIntervals(point(1), gone)));
}

export const operator: Operator = {
  name: "process_to_outcome",
  category: "schedule",
  summary: "A process reward that gives way to the outcome as training goes on.",
  doc: "`α·process + (1 − α)·outcome` with `α = share·(1 − p)`: early the process score shows the way, at the end only the outcome pays, so that a process score that can be pleased without solving anything does not last. `p` is held in 0..1 and is usually `training`. Missing where `share` lies outside of 0..1.",
  parameters: [
    { name: "process", type: "number", doc: "The score of how it was done." },
    { name: "outcome", type: "number", doc: "The score of what came out, in the same unit." },
    { name: "p", type: "number", pure: true, doc: "How far training has gone, usually `training`." },
    { name: "share", type: "number", default: 0.5, pure: true, doc: "The share of the process score at the start, 0 to 1." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: processToOutcome,
  range,
  monotone: ([process, outcome]) => ["+", "+", blendMonotone(process, outcome), blendMonotone(outcome, process)],
  examples: [
    { expression: "process_to_outcome(0.8, 0.3, 0)", value: 0.55, tolerance: 1e-12 },
    { expression: "process_to_outcome(0.8, 0.3, 0.5)", value: 0.425, tolerance: 1e-12 },
    { expression: "process_to_outcome(0.8, 0.3, 1)", value: 0.3 },
  ],
  source: "Deng et al., Atom-Searcher, 2025 (linear decay; the share of 0.5 by recollection)",
};
