// A score that counts only above a threshold: record and value.
import { hull, type Interval, point } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** x where x > threshold, else 0. */
export function keepAbove(x: number, threshold: number): number {
  return x > threshold ? x : x <= threshold ? 0 : NaN;
}

function range([x, threshold]: Interval[]): Interval {
  const kept = x.hi > threshold.lo ? [{ lo: Math.max(x.lo, threshold.lo), hi: x.hi }] : [];
  return hull(...kept, ...(x.lo <= threshold.hi ? [point(0)] : []));
}

function monotone([x, threshold]: Interval[]): Monotone[] {
  return [threshold.lo >= 0 ? "+" : "?", x.lo >= 0 ? "-" : x.hi <= 0 ? "+" : "?"];
}

export const operator: Operator = {
  name: "keep_above",
  category: "bounding",
  summary: "A score where it exceeds a threshold, else 0.",
  doc: "`x` where `x > threshold`, 0 elsewhere: faint scores of a noisy model do not add up. A negative threshold lets negative scores through, and then a *worse* score, at or below the threshold, is worth more (0) than a slightly negative one.",
  parameters: [
    { name: "x", type: "number", doc: "The score." },
    { name: "threshold", type: "number", doc: "What it has to exceed, in the same unit." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: keepAbove,
  range,
  monotone,
  examples: [
    { expression: "keep_above(0.7, 0.5)", value: 0.7 },
    { expression: "keep_above(0.5, 0.5)", value: 0 },
    { expression: "keep_above(-0.4, -0.5)", value: -0.4 },
  ],
  source:
    "Zheng et al., Online Intrinsic Rewards for Decision Making Agents from Large Language Model Feedback (ONI), 2024 (threshold −0.5)",
};
