// A value that moves through training: record and value.
import { type Interval, liftRising, meet, TRUTH } from "../../interval.ts";
import { blendInterval } from "../../score-intervals.ts";
import { blend, blendMonotone } from "../combining/blend.ts";
import type { Operator } from "../operator.ts";

/** From the first to the second as p goes from 0 to 1, held before and after; "cosine" starts and ends flat. */
export function anneal(start: number, end: number, p: number, shape = "linear"): number {
  const share = Math.min(Math.max(p, 0), 1);
  return blend(start, end, shape === "cosine" ? halfWave(share) : share);
}

/** (1 − cos(π·p)) / 2 as a square, which never leaves 0..1. */
export function halfWave(p: number): number {
  return p === 1 ? 1 : Math.sin((Math.PI / 2) * p) ** 2;
}

function range([start, end, p]: Interval[], options: (string | undefined)[]): Interval {
  const share = meet(p, TRUTH) ?? (p.hi < 0 ? { lo: 0, hi: 0 } : { lo: 1, hi: 1 });
  const bent = options[3] === "cosine" ? liftRising(halfWave, share, { codomain: TRUTH, exactAt: [0, 1], ulps: 12 }) : share;
  return blendInterval(start, end, bent);
}

export const operator: Operator = {
  name: "anneal",
  category: "schedule",
  summary: "A value that moves from one number to another through training.",
  doc: "`linear`: `from + (to − from)·p`; `cosine`: `from + (to − from)·(1 − cos(π·p)) / 2`, flat at both ends. Before 0 and after 1 it stays where it is; `lerp` goes on. With `training` as `p` it is a schedule: `weight anneal(1, 0.1, training)`. A weight that jumps, or a bonus that is annealed away before the task is learned, undoes what was learned.",
  parameters: [
    { name: "from", type: "number", doc: "The value at p = 0." },
    { name: "to", type: "number", doc: "The value at p = 1, in the same unit." },
    { name: "p", type: "number", pure: true, doc: "How far it has gone, usually `training`." },
    { name: "shape", type: "option", default: "linear", options: ["linear", "cosine"], constant: true, doc: "How it moves." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: anneal,
  range,
  monotone: ([start, end]) => ["+", "+", blendMonotone(start, end), "0"],
  examples: [
    { expression: "anneal(2, 4, 0.25)", value: 2.5 },
    { expression: 'anneal(2, 4, 0.5, shape: "cosine")', value: 3, tolerance: 1e-12 },
    { expression: "anneal(from: 1, to: 0.1, p: 1.5)", value: 0.1 },
  ],
  source: "Linear and cosine annealing; the schedule of Atom-Searcher (Deng et al., 2025)",
};
