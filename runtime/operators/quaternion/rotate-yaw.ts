// Turning a vector about the vertical axis: record and value.
import type { Interval } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import { raise } from "../../rounding.ts";
import type { Operator } from "../operator.ts";
import { quatYaw } from "./quat-yaw.ts";

/** v turned by an angle about z; a third component stays. */
export function turnAboutZ(v: ArrayLike<number>, angle: number): number[] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [x, y, z] = Array.from(v);
  const flat = [c * x - s * y, s * x + c * y];
  return v.length === 3 ? [...flat, Number.isNaN(angle) ? NaN : z] : flat;
}

/** v turned by the heading of q. */
export function rotateYaw(q: ArrayLike<number>, v: ArrayLike<number>): number[] {
  return turnAboutZ(v, quatYaw(q));
}

/** Two components turned into each other grow by √2 at most. */
export function yawRange([, v]: Interval[]): Interval {
  const most = raise(Math.SQRT2 * Math.max(Math.abs(v.lo), Math.abs(v.hi)), 16);
  return { lo: -most, hi: most };
}

/** A vector in the plane or in space. */
export function planeVector([, v]: readonly ValueType[]): ValueType | { problem: string } {
  const fits = v.kind === "vector" && (v.size === 2 || v.size === 3);
  return fits
    ? { kind: "vector", size: v.size, of: "number" }
    : { problem: "A heading turns a vector of two or three components." };
}

export const operator: Operator = {
  name: "rotate_yaw",
  category: "quaternion",
  summary: "A vector turned by the heading of a quaternion alone.",
  doc: "Turns about the vertical axis by `quat_yaw(q)`; roll and pitch are left out. Of a `vector(3)` the third component stays as it is.",
  parameters: [
    { name: "q", type: "quaternion", doc: "The orientation, of length 1." },
    { name: "v", type: "values", doc: "A vector(2) or vector(3) in heading coordinates." },
  ],
  result: "vector",
  resultType: planeVector,
  unit: "multiply",
  elementwise: false,
  evaluate: rotateYaw,
  range: yawRange,
  monotone: ["?", "?"],
  examples: [
    {
      expression: "rotate_yaw(quaternion(w: 0.6, x: 0, y: 0, z: 0.8), [1, 0, 2])",
      value: [-0.28, 0.96, 2],
      tolerance: 1e-15,
    },
    { expression: "rotate_yaw(quaternion(w: 1, x: 0, y: 0, z: 0), [1, 2])", value: [1, 2] },
  ],
  source: "Isaac Lab `quat_apply_yaw`",
};
