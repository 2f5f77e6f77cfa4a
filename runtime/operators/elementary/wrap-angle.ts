// An angle brought into −π..π: record and value.
import { type Interval, meet } from "../../interval.ts";
import { modulo } from "../arithmetic/modulo.ts";
import type { Operator } from "../operator.ts";

/** ((x + π) mod 2π) − π. */
export function wrapAngle(x: number): number {
  return modulo(x + Math.PI, 2 * Math.PI) - Math.PI;
}

function range([x]: Interval[]): Interval {
  const all = { lo: -Math.PI, hi: Math.PI };
  const slack = 4e-15;
  const inside = x.lo >= -Math.PI + slack && x.hi <= Math.PI - slack;
  return (inside && meet({ lo: x.lo - slack, hi: x.hi + slack }, all)) || all;
}

export const operator: Operator = {
  name: "wrap_angle",
  aliases: ["wrap"],
  category: "elementary",
  summary: "The same angle in -π..π.",
  doc: "`((x + π) mod 2π) − π` with the mathematical modulus, so that 3π/2 becomes −π/2 and π becomes −π. Wrap the difference of two angles before taking its size: `abs(wrap_angle(heading - target))`.",
  parameters: [{ name: "x", type: "number", doc: "An angle in radians." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: wrapAngle,
  range,
  monotone: ([x]) => [x.lo >= -3.14 && x.hi <= 3.14 ? "+" : "?"],
  examples: [
    { expression: "wrap_angle(3 * pi / 2)", value: -1.5707963267948966, tolerance: 1e-12 },
    { expression: "wrap_angle(0.5)", value: 0.5, tolerance: 1e-12 },
  ],
  source: "Gymnasium Pendulum-v1 (`angle_normalize`)",
};
