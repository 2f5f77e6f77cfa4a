// Turning a vector back: record and value.
import type { Operator } from "../operator.ts";
import { quatConj } from "./quat-conj.ts";
import { rotate, rotateRange, spaceVector } from "./rotate.ts";

/** The turn by the conjugate. */
export function unrotate(q: ArrayLike<number>, v: ArrayLike<number>): number[] {
  return rotate(quatConj(q), v);
}

export const operator: Operator = {
  name: "unrotate",
  category: "quaternion",
  summary: "A vector turned back by a quaternion: from world to body coordinates.",
  doc: "`v − 2w(q × v) + 2q × (q × v)`, the turn by `quat_conj(q)`. Gravity or a velocity as the body feels it. Nothing is normalised.",
  parameters: [
    { name: "q", type: "quaternion", doc: "The orientation, of length 1." },
    { name: "v", type: "values", doc: "A vector(3) in world coordinates." },
  ],
  result: "vector",
  resultType: spaceVector,
  unit: "multiply",
  elementwise: false,
  evaluate: unrotate,
  range: ([q, v]) => {
    const size = Math.max(Math.abs(q.lo), Math.abs(q.hi));
    return rotateRange([{ lo: -size, hi: size }, v]);
  },
  monotone: ["?", "?"],
  examples: [
    { expression: "unrotate(quaternion(w: 0, x: 1, y: 0, z: 0), [0, 0, -1])", value: [0, 0, 1] },
    { expression: "unrotate(quaternion(w: 0.6, x: 0, y: 0, z: 0.8), [1, 0, 0])", value: [-0.28, -0.96, 0], tolerance: 1e-15 },
  ],
  source: "Isaac Lab `quat_apply_inverse`",
};
