// Turning a vector: record and value.
import { addIntervals, type Interval, multiplyIntervals, subtractIntervals } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";
import { cross } from "../vector/cross.ts";

/** v + 2w(q × v) + 2q × (q × v), with q the imaginary part. */
export function rotate(q: ArrayLike<number>, v: ArrayLike<number>): number[] {
  const axis = [q[1], q[2], q[3]];
  const once = cross(axis, v);
  const twice = cross(axis, once);
  return [0, 1, 2].map((k) => v[k] + 2 * q[0] * once[k] + 2 * twice[k]);
}

/** Also of the turn back, which has the same bounds. */
export function rotateRange([q, v]: Interval[]): Interval {
  const two = { lo: 2, hi: 2 };
  const product = multiplyIntervals(q, v);
  const once = subtractIntervals(product, product);
  const again = multiplyIntervals(q, once);
  const twice = subtractIntervals(again, again);
  const real = multiplyIntervals(multiplyIntervals(two, q), once);
  return addIntervals(addIntervals(v, real), multiplyIntervals(two, twice));
}

/** A vector in space. */
export function spaceVector([, v]: readonly ValueType[]): ValueType | { problem: string } {
  const fits = v.kind === "vector" && v.size === 3 && v.order === undefined;
  return fits ? { kind: "vector", size: 3, of: "number" } : { problem: "A quaternion turns a vector of three components." };
}

export const operator: Operator = {
  name: "rotate",
  category: "quaternion",
  summary: "A vector turned by a quaternion: from body to world coordinates.",
  doc: "`v + 2w(q × v) + 2q × (q × v)`. Nothing is normalised: where the length of `q` may differ from 1, write `rotate(normalize(q), v)`.",
  parameters: [
    { name: "q", type: "quaternion", doc: "The orientation, of length 1." },
    { name: "v", type: "values", doc: "A vector(3) in body coordinates." },
  ],
  result: "vector",
  resultType: spaceVector,
  unit: "multiply",
  elementwise: false,
  evaluate: rotate,
  range: rotateRange,
  monotone: ["?", "?"],
  examples: [
    { expression: "rotate(quaternion(w: 0, x: 0, y: 0, z: 1), [1, 2, 3])", value: [-1, -2, 3] },
    { expression: "rotate(quaternion(w: 0.6, x: 0, y: 0, z: 0.8), [1, 0, 0])", value: [-0.28, 0.96, 0], tolerance: 1e-15 },
  ],
  source: "Isaac Lab `quat_apply`",
};
