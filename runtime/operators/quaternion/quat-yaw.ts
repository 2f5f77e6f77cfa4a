// Heading of an orientation: record and value.
import type { Operator } from "../operator.ts";

/** atan2(2(wz + xy), 1 − 2(y² + z²)). */
export function quatYaw(q: ArrayLike<number>): number {
  return Math.atan2(2 * (q[0] * q[3] + q[1] * q[2]), 1 - 2 * (q[2] * q[2] + q[3] * q[3]));
}

export const operator: Operator = {
  name: "quat_yaw",
  category: "quaternion",
  summary: "The heading of an orientation: its turn about the vertical axis, in radians.",
  doc: "`atan2(2(wz + xy), 1 − 2(y² + z²))`, −π to π, for z up. The formula holds for length 1; `quat_yaw(normalize(q))` makes sure of it.",
  parameters: [{ name: "q", type: "quaternion", doc: "A quaternion of length 1." }],
  result: "number",
  unit: "pure",
  elementwise: false,
  evaluate: quatYaw,
  range: () => ({ lo: -Math.PI, hi: Math.PI }),
  monotone: ["?"],
  examples: [
    { expression: "quat_yaw(quaternion(w: 1, x: 0, y: 0, z: 0))", value: 0 },
    { expression: "quat_yaw(quaternion(w: 0.6, x: 0, y: 0, z: 0.8))", value: 1.8545904360032244, tolerance: 1e-15 },
  ],
  source: "Isaac Lab `yaw_quat`",
};
