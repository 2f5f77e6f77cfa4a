// A quaternion from its four numbers: record and value.
import { hull } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** [w, x, y, z]. */
export function quaternion(w: number, x: number, y: number, z: number): number[] {
  return [w, x, y, z];
}

export const operator: Operator = {
  name: "quaternion",
  category: "quaternion",
  summary: "A quaternion from its real part and its three imaginary parts.",
  doc: "`w + xi + yj + zk`, of type `quaternion(wxyz)`. Best written with names, because nobody remembers the order: `quaternion(w: 1, x: 0, y: 0, z: 0)` does not turn at all.",
  parameters: [
    { name: "w", type: "number", doc: "The real part." },
    { name: "x", type: "number", doc: "The part along x." },
    { name: "y", type: "number", doc: "The part along y." },
    { name: "z", type: "number", doc: "The part along z." },
  ],
  result: "quaternion",
  unit: "same",
  elementwise: false,
  evaluate: quaternion,
  range: (parts) => hull(...parts),
  monotone: ["?", "?", "?", "?"],
  examples: [{ expression: "quaternion(w: 1, x: 0, y: 0.5, z: -0.5)", value: [1, 0, 0.5, -0.5] }],
  source: "Hamilton's quaternions",
};
