// Conjugate of a quaternion: record and value.
import { hull, type Interval, negateInterval } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** (w, −x, −y, −z). */
export function quatConj(q: ArrayLike<number>): number[] {
  return [q[0], -q[1], -q[2], -q[3]];
}

export const operator: Operator = {
  name: "quat_conj",
  category: "quaternion",
  summary: "The conjugate of a quaternion: the turn back, for one of length 1.",
  doc: "`(w, −x, −y, −z)`. Of a quaternion of length 1 it is the inverse.",
  parameters: [{ name: "q", type: "quaternion", doc: "A quaternion." }],
  result: "quaternion",
  unit: "same",
  elementwise: false,
  evaluate: quatConj,
  range: ([q]: Interval[]) => hull(q, negateInterval(q)),
  monotone: ["?"],
  examples: [{ expression: "quat_conj(quaternion(w: 1, x: 2, y: 3, z: -4))", value: [1, -2, -3, 4] }],
  source: "Conjugate of a quaternion",
};
