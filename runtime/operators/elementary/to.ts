// The same quantity in another unit: record. The compiler turns it into a product.
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "to",
  category: "elementary",
  summary: "The same quantity counted in another unit.",
  doc: "`to(angle, rad)`, `to(speed, km/h)`: multiplied by the ratio of the two units, which stand in it as in brackets. Degrees and radians meet only through it; as a radian is the number 1, `to(x, deg)` takes pure numbers too. What measures something else, or has no unit at all, cannot be converted.",
  parameters: [
    { name: "x", type: "number", doc: "A quantity with a unit, or a vector of them." },
    { name: "unit", type: "any", doc: "The unit it shall have, such as `rad`, `deg`, `km` or `m/s`." },
  ],
  result: "as first",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([x]) => ({ lo: x!.lo >= 0 ? 0 : Number.NEGATIVE_INFINITY, hi: x!.hi <= 0 ? 0 : Number.POSITIVE_INFINITY }),
  monotone: ["+"],
  examples: [
    { expression: "to(180 [deg], rad)", value: Math.PI },
    { expression: "to(3 [km], m)", value: 3000 },
    { expression: "to(atan2(1, 1), deg)", value: 45, tolerance: 1e-12 },
  ],
  source: "Definition of the units",
};
