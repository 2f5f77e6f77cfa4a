// A score that counts only while conditions hold: record and value.
import { hull, type Interval, point } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** main where every condition is 1, else 0: a condition that cannot be evaluated shuts the gate. */
export function gate(main: number, ...conditions: number[]): number {
  if (Number.isNaN(main)) return NaN;
  return conditions.every((condition) => condition === 1) ? main : 0;
}

function range([main, ...conditions]: Interval[]): Interval {
  if (conditions.some(({ hi }) => hi < 1)) return point(0);
  return conditions.every(({ lo }) => lo === 1) ? main : hull(main, point(0));
}

function monotone([main, ...conditions]: Interval[]): Monotone[] {
  return ["+", ...conditions.map((): Monotone => (main.lo >= 0 ? "+" : main.hi <= 0 ? "-" : "?"))];
}

export const operator: Operator = {
  name: "gate",
  category: "combining",
  summary: "A score that counts only where every condition holds, else 0.",
  doc: "`main · Π 1[conditionᵢ]`, for example `gate(accuracy, alignment >= 0.7, diversity >= 0.4)`. A condition that cannot be evaluated shuts the gate. Nothing can be traded against a condition, and just below a threshold there is no slope: `soft_gate` has one. 0 is what failing pays, so where `main` can be negative, failing on purpose is a way out of it; `require` is not.",
  parameters: [
    { name: "main", type: "number", doc: "The score." },
    { name: "condition", type: "bool", doc: "What has to hold." },
    { name: "more", type: "bool", variadic: true, doc: "Further conditions." },
  ],
  result: "number",
  unit: "first",
  elementwise: true,
  evaluate: gate,
  range,
  monotone,
  examples: [
    { expression: "gate(0.6, 0.8 >= 0.7, 0.5 >= 0.4, 1 >= 0.5)", value: 0.6 },
    { expression: "gate(0.6, 0.69 >= 0.7, 0.5 >= 0.4, 1 >= 0.5)", value: 0 },
  ],
  source: "Constrained reward summation of RecGPT-V2, 2025; Xu et al., CGPO, 2024, equation 8",
};
