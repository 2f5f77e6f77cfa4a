// A fallback where a checker gave its lowest verdict: record and value.
import { hull, type Interval, multiplyIntervals, point } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** r where r > lo, else weight·fallback. */
export function fillFalseNegative(r: number, fallback: number, weight = 0.1, lo = 0): number {
  return r > lo ? r : r <= lo ? weight * fallback : NaN;
}

function range([r, fallback, weight = point(0.1), lo = point(0)]: Interval[]): Interval {
  const own = r.hi > lo.lo ? [{ lo: Math.max(r.lo, lo.lo), hi: r.hi }] : [];
  return hull(...own, ...(r.lo <= lo.hi ? [multiplyIntervals(weight, fallback)] : []));
}

function monotone([r, fallback, weight = point(0.1), lo = point(0)]: Interval[]): Monotone[] {
  const filled = multiplyIntervals(weight, fallback);
  const along = (x: Interval): Monotone => (x.lo >= 0 ? "+" : x.hi <= 0 ? "-" : "?");
  const jump = filled.hi <= lo.lo ? 1 : filled.lo >= r.hi ? -1 : 0;
  return [jump > 0 ? "+" : "?", along(weight), along(fallback), jump > 0 ? "-" : jump < 0 ? "+" : "?"];
}

export const operator: Operator = {
  name: "fill_false_negative",
  category: "schedule",
  summary: "A small fallback score where a checker gave its lowest verdict.",
  doc: "`r` where `r > lo`, else `weight·fallback`: a strict checker that often says no to right answers leaves something to learn from. Keep `weight·fallback` within a tenth of the range of `r`: whatever the fallback rewards can be earned by wrong answers too, and a fallback above the task's own score makes failing the better choice.",
  parameters: [
    { name: "r", type: "number", doc: "The verdict of the checker." },
    { name: "fallback", type: "number", doc: "What to look at where it says no, in the same unit." },
    { name: "weight", type: "number", default: 0.1, pure: true, doc: "How much the fallback counts." },
    { name: "lo", type: "number", default: 0, doc: "The lowest verdict." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: fillFalseNegative,
  range,
  monotone,
  examples: [
    { expression: "fill_false_negative(1, 0.4)", value: 1 },
    { expression: "fill_false_negative(0, 0.4)", value: 0.04, tolerance: 1e-12 },
  ],
  source: "Our own form of combining a noisy checker with a reasoning-pattern reward (work on noisy rewards, 2025)",
};
