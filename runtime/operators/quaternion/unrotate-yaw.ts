// Turning a vector back about the vertical axis: record and value.
import type { Operator } from "../operator.ts";
import { quatYaw } from "./quat-yaw.ts";
import { planeVector, turnAboutZ, yawRange } from "./rotate-yaw.ts";

/** v turned back by the heading of q. */
export function unrotateYaw(q: ArrayLike<number>, v: ArrayLike<number>): number[] {
  return turnAboutZ(v, -quatYaw(q));
}

export const operator: Operator = {
  name: "unrotate_yaw",
  category: "quaternion",
  summary: "A vector turned back by the heading of a quaternion alone.",
  doc: "Turns about the vertical axis by `−quat_yaw(q)`: a velocity as seen by a robot that stands upright. Of a `vector(3)` the third component stays as it is.",
  parameters: [
    { name: "q", type: "quaternion", doc: "The orientation, of length 1." },
    { name: "v", type: "values", doc: "A vector(2) or vector(3) in world coordinates." },
  ],
  result: "vector",
  resultType: planeVector,
  unit: "multiply",
  elementwise: false,
  evaluate: unrotateYaw,
  range: yawRange,
  monotone: ["?", "?"],
  examples: [
    {
      expression: "unrotate_yaw(quaternion(w: 0.6, x: 0, y: 0, z: 0.8), [1, 0, 2])",
      value: [-0.28, -0.96, 2],
      tolerance: 1e-15,
    },
    { expression: "unrotate_yaw(quaternion(w: 1, x: 0, y: 0, z: 0), [1, 2])", value: [1, 2] },
  ],
  source: "Isaac Lab `quat_apply_inverse(yaw_quat(q), v)`",
};
