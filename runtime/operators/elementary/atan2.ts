// The angle of a vector: record and value.
import { hull, type Interval, point, widen } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Angle of (x, y) in −π..π, counted from the x axis. */
export function atan2(y: number, x: number): number {
  return Math.atan2(y, x);
}

/** Along each edge of a box that does not meet the cut (y = 0, x ≤ 0) the angle is monotone, so the corners bound it. */
function range([y, x]: Interval[]): Interval {
  const all = { lo: -Math.PI, hi: Math.PI };
  if (x.lo <= 0 && y.lo <= 0 && y.hi >= 0) return all;
  const corners = [y.lo, y.hi].flatMap((b) => [x.lo, x.hi].map((a) => point(Math.atan2(b, a))));
  return widen(hull(...corners), 2, all);
}

export const operator: Operator = {
  name: "atan2",
  category: "elementary",
  summary: "The angle of a vector, in all four quadrants.",
  doc: "`atan2(y, x)` in −π..π radians, counted from the x axis; note the order, `y` first. `atan2(0, 0)` is 0. The angle jumps by 2π across the negative x axis: compare two angles with `wrap_angle(a - b)`.",
  parameters: [
    { name: "y", type: "number", doc: "Second component of the vector." },
    { name: "x", type: "number", doc: "First component, in the same unit." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: atan2,
  range,
  monotone: ([y, x]) => [x.lo >= 0 ? "+" : "?", y.lo > 0 ? "-" : y.hi < 0 ? "+" : "?"],
  print: ([y, x]) => `Math.atan2(${y}, ${x})`,
  examples: [{ expression: "atan2(1, 0)", value: 1.5707963267948966, tolerance: 1e-12 }],
  source: "ECMAScript `Math.atan2`",
};
