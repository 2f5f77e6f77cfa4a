// Angle between two orientations: record and value.
import type { Operator } from "../operator.ts";
import { quatConj } from "./quat-conj.ts";
import { quatMul } from "./quat-mul.ts";

/** 2·atan2(|v|, |w|) of a ⊗ conj(b) = (w, v); NaN where that is zero, as of a zero quaternion. */
export function quatAngle(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [w, x, y, z] = quatMul(a, quatConj(b));
  const size = Math.sqrt(x * x + y * y + z * z);
  return size > 0 || w !== 0 ? 2 * Math.atan2(size, Math.abs(w)) : NaN;
}

export const operator: Operator = {
  name: "quat_angle",
  category: "quaternion",
  summary: "The angle between two orientations, in radians.",
  doc: "The angle of the smallest turn from `b` to `a`, 0 to π: `2·atan2(|v|, |w|)` of `a ⊗ conj(b)`. `q` and `−q` are the same orientation, and the lengths of the quaternions do not matter. Missing for a zero quaternion.",
  parameters: [
    { name: "a", type: "quaternion", doc: "One orientation." },
    { name: "b", type: "quaternion", doc: "The other." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: false,
  evaluate: quatAngle,
  range: () => ({ lo: 0, hi: Math.PI }),
  monotone: ["?", "?"],
  examples: [
    {
      expression: "quat_angle(quaternion(w: 1, x: 0, y: 0, z: 0), quaternion(w: 1, x: 0, y: 0, z: 1))",
      value: 1.5707963267948966,
      tolerance: 1e-15,
    },
    { expression: "quat_angle(quaternion(w: 1, x: 0, y: 0, z: 0), quaternion(w: -2, x: 0, y: 0, z: 0))", value: 0 },
  ],
  source: "Isaac Lab `quat_error_magnitude`",
};
