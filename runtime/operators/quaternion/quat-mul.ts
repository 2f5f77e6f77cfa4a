// Product of quaternions: record and value.
import { addIntervals, type Interval, multiplyIntervals, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** a ⊗ b, the turn b followed by the turn a; w first. */
export function quatMul(a: ArrayLike<number>, b: ArrayLike<number>): number[] {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}

function range([a, b]: Interval[]): Interval {
  const p = multiplyIntervals(a, b);
  const real = subtractIntervals(subtractIntervals(subtractIntervals(p, p), p), p);
  const imaginary = [
    subtractIntervals(addIntervals(addIntervals(p, p), p), p),
    addIntervals(addIntervals(subtractIntervals(p, p), p), p),
    addIntervals(subtractIntervals(addIntervals(p, p), p), p),
  ];
  const parts = [real, ...imaginary];
  return { lo: Math.min(...parts.map(({ lo }) => lo)), hi: Math.max(...parts.map(({ hi }) => hi)) };
}

export const operator: Operator = {
  name: "quat_mul",
  category: "quaternion",
  summary: "The product of two quaternions: one turn after the other.",
  doc: "Hamilton's product `a ⊗ b`: turning by it is turning by `b`, then by `a`. Nothing is normalised. The result is written in the order of `a`.",
  parameters: [
    { name: "a", type: "quaternion", doc: "The later turn." },
    { name: "b", type: "quaternion", doc: "The earlier turn." },
  ],
  result: "quaternion",
  unit: "multiply",
  elementwise: false,
  evaluate: quatMul,
  range,
  monotone: ["?", "?"],
  examples: [
    {
      expression: "quat_mul(quaternion(w: 0, x: 1, y: 0, z: 0), quaternion(w: 0, x: 0, y: 1, z: 0))",
      value: [0, 0, 0, 1],
    },
    {
      expression: "quat_mul(quaternion(w: 1, x: 2, y: 3, z: 4), quaternion(w: 5, x: 6, y: 7, z: 8))",
      value: [-60, 12, 30, 24],
    },
  ],
  source: "Hamilton product",
};
