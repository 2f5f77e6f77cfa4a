// A score that fades as a criterion falls below a threshold: record and value.
import { divideIntervals, type Interval, meet, multiplyIntervals, subtractIntervals } from "../../interval.ts";
import { logisticInterval } from "../../score-intervals.ts";
import { sigmoid } from "../bounding/sigmoid.ts";
import type { Monotone, Operator } from "../operator.ts";

/** main·σ((c − threshold) / temperature); NaN where the temperature is not positive. */
export function softGate(main: number, c: number, threshold: number, temperature: number): number {
  return temperature > 0 ? main * sigmoid((c - threshold) / temperature) : NaN;
}

function range([main, c, threshold, temperature]: Interval[]): Interval {
  const warm = meet(temperature, { lo: 0, hi: Number.POSITIVE_INFINITY }) ?? { lo: 0, hi: Number.POSITIVE_INFINITY };
  return multiplyIntervals(main, logisticInterval(divideIntervals(subtractIntervals(c, threshold), warm)));
}

function monotone([main, c, threshold]: Interval[]): Monotone[] {
  const sign = main.lo >= 0 ? 1 : main.hi <= 0 ? -1 : 0;
  const signed = (direction: number): Monotone => (direction > 0 ? "+" : direction < 0 ? "-" : "?");
  const side = c.lo >= threshold.hi ? -1 : c.hi <= threshold.lo ? 1 : 0;
  return ["+", signed(sign), signed(-sign), signed(sign * side)];
}

export const operator: Operator = {
  name: "soft_gate",
  category: "combining",
  summary: "A score that fades smoothly as a criterion falls below a threshold.",
  doc: "`main·σ((c − threshold) / temperature)`: half of `main` at the threshold, the full score well above, nothing well below. The smaller the temperature, the closer to `gate`. Unlike there a slope shows the way across, and some of `main` is paid although the criterion is missed. Missing where the temperature is not positive.",
  parameters: [
    { name: "main", type: "number", doc: "The score." },
    { name: "c", type: "number", doc: "The criterion, a pure number; divide a quantity by its scale." },
    { name: "threshold", type: "number", doc: "Where half of the score is left." },
    { name: "temperature", type: "number", doc: "How wide the slope is, positive." },
  ],
  result: "number",
  unit: "first",
  elementwise: true,
  evaluate: softGate,
  range,
  monotone,
  examples: [
    { expression: "soft_gate(0.6, 0.7, 0.7, 0.1)", value: 0.3 },
    { expression: "soft_gate(1, 0.8, 0.7, 0.1)", value: 0.731059, tolerance: 5e-5 },
  ],
  source: "Our own differentiable form of `gate`",
};
