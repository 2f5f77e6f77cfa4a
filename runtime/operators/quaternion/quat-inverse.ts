// Inverse of a quaternion: record and value.
import { absInterval, divideIntervals, EVERYTHING, hull, type Interval, negateInterval, squareInterval } from "../../interval.ts";
import { sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";

/** Conjugate over squared length; NaN where that is 0 or too large for a double. */
export function quatInverse(q: ArrayLike<number>): number[] {
  const square = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
  if (!(square >= 1e-300 && square < Infinity)) return [NaN, NaN, NaN, NaN];
  return [q[0] / square, -q[1] / square, -q[2] / square, -q[3] / square];
}

function range([q]: Interval[]): Interval {
  const square = sumInterval(squareInterval(absInterval(q)), { lo: 4, hi: 4 });
  return square.lo > 0 ? divideIntervals(hull(q, negateInterval(q)), square) : EVERYTHING;
}

export const operator: Operator = {
  name: "quat_inverse",
  category: "quaternion",
  summary: "The inverse of a quaternion: the turn back.",
  doc: "`quat_conj(q) / |q|²`, so that `quat_mul(q, quat_inverse(q))` is 1 also where the length of `q` is not. Missing for the zero quaternion.",
  parameters: [{ name: "q", type: "quaternion", doc: "A quaternion." }],
  result: "quaternion",
  unit: "pure",
  elementwise: false,
  evaluate: quatInverse,
  range,
  monotone: ["?"],
  examples: [{ expression: "quat_inverse(quaternion(w: 1, x: 1, y: 1, z: -1))", value: [0.25, -0.25, -0.25, 0.25] }],
  source: "Inverse of a quaternion",
};
