// The reward of the task blended with winning a debate about it: record and value.
import { addIntervals, type Interval, meet, multiplyIntervals, point, subtractIntervals, TRUTH } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** (1 − weight)·environment + weight·scale·win; NaN for a weight outside 0..1. */
export function debate(environment: number, win: number, weight: number, scale = 10): number {
  return weight >= 0 && weight <= 1 ? (1 - weight) * environment + weight * scale * win : Number.NaN;
}

function range([environment, win, weight, scale]: Interval[]): Interval {
  const share = meet(weight, TRUTH) ?? TRUTH;
  const task = multiplyIntervals(subtractIntervals(point(1), share), environment);
  return addIntervals(task, multiplyIntervals(multiplyIntervals(share, scale), win));
}

function monotone([, , , scale]: Interval[]): Monotone[] {
  return ["+", scale.lo >= 0 ? "+" : scale.hi <= 0 ? "-" : "?", "?", "+"];
}

export const operator: Operator = {
  name: "debate",
  category: "judging",
  summary: "Blends the reward of the task with whether a judge finds the decision the better justified one.",
  doc: "`(1 − weight)·environment + weight·scale·win`, where `win` is true only if the judge values the agent's side strictly higher: a tie is 0. A weight outside 0..1 cannot be computed. Mind the scale: with the published 10 and a weight of 0.25 a won debate turns an outcome of −1 into +1.75; with `scale: 1` it stays at −0.5.",
  parameters: [
    { name: "environment", type: "number", doc: "What the task pays." },
    { name: "win", type: "bool", doc: "Whether the debate is won, for example `value_a > value_b`." },
    { name: "weight", type: "number", pure: true, doc: "Share of the debate, 0..1." },
    { name: "scale", type: "number", default: 10, doc: "What a won debate is worth, in the unit of the task." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: debate,
  range,
  monotone,
  examples: [
    { expression: "debate(-1, true, 0.25)", value: 1.75, tolerance: 5e-5 },
    { expression: "debate(-1, true, 0.25, scale: 1)", value: -0.5, tolerance: 5e-5 },
    { expression: "debate(-1, false, 0.25)", value: -0.75 },
  ],
  source: "Reward Design for Justifiable Sequential Decision-Making, 2024: λ and scale of its code",
};
