// Which of two scores is clearly higher: record and value.
import { type Interval, subtractIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** 1 where a is at least margin above b, −1 where it is below by as much, 0 for a tie; NaN for a negative margin. */
export function ambivalent(a: number, b: number, margin: number): number {
  const difference = a - b;
  if (!(margin >= 0) || Number.isNaN(difference)) return NaN;
  return Math.abs(difference) < margin || difference === 0 ? 0 : difference > 0 ? 1 : -1;
}

function range([a, b, margin]: Interval[]): Interval {
  const { lo, hi } = subtractIntervals(a, b);
  const narrow = Math.max(0, margin.lo);
  const wide = Math.max(0, margin.hi);
  return { lo: ambivalent(lo, 0, lo < 0 ? narrow : wide), hi: ambivalent(hi, 0, hi > 0 ? narrow : wide) };
}

function monotone([a, b]: Interval[]): Monotone[] {
  return ["+", "-", a.lo >= b.hi ? "-" : a.hi <= b.lo ? "+" : "?"];
}

export const operator: Operator = {
  name: "ambivalent",
  category: "combining",
  summary: "Which of two scores is clearly higher, with a tie between: 1, 0 or -1.",
  doc: '1 where `a − b ≥ margin`, −1 where `b − a ≥ margin`, and 0, a tie, where `|a − b| < margin` or both are the same. A pair that people with different values would judge differently is a tie, and no preference is learned from it. As text: `match ambivalent(a, b, 0.1) { 1 => "a", 0 => "tie", else => "b" }`. Missing where the margin is negative.',
  parameters: [
    { name: "a", type: "number", doc: "The first score." },
    { name: "b", type: "number", doc: "The second, in the same unit." },
    { name: "margin", type: "number", doc: "A smaller difference is a tie; not negative, in the same unit." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: ambivalent,
  range,
  monotone,
  examples: [
    { expression: "ambivalent(0.8, 0.5, 0.2)", value: 1 },
    { expression: "ambivalent(0.5, 0.6, 0.2)", value: 0 },
    { expression: "ambivalent(0.5, 0.75, 0.25)", value: -1 },
  ],
  source: "Our own form of the ambivalent verdicts of CLASH, 2025",
};
