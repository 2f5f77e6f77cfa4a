// Vector product: record and value.
import { type Interval, multiplyIntervals, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** a × b, of vectors of three. */
export function cross(a: ArrayLike<number>, b: ArrayLike<number>): number[] {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function range([a, b]: Interval[]): Interval {
  const product = multiplyIntervals(a, b);
  return subtractIntervals(product, product);
}

export const operator: Operator = {
  name: "cross",
  category: "vector",
  summary: "The vector product of two vectors in space.",
  doc: "`a × b`: at right angles to both, as long as the area between them; by the right-hand rule. `cross(a, b)` is `-cross(b, a)`.",
  parameters: [
    { name: "a", type: "values", doc: "A vector(3)." },
    { name: "b", type: "values", doc: "Another vector(3), in any unit." },
  ],
  result: "vector",
  resultType: (types) =>
    types.every((type) => type.kind === "vector" && type.size === 3)
      ? { kind: "vector", size: 3, of: "number" }
      : { problem: "'cross' needs two vectors of three components." },
  unit: "product",
  elementwise: false,
  evaluate: cross,
  range,
  monotone: ["?", "?"],
  examples: [
    { expression: "cross([1, 0, 0], [0, 1, 0])", value: [0, 0, 1] },
    { expression: "cross([1, 2, 3], [4, 5, 6])", value: [-3, 6, -3] },
  ],
  source: "Vector product; NumPy `cross`",
};
