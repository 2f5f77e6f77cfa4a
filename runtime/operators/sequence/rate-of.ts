// The change per second: the record. The compiler rewrites it with `prev` and `dt`.
import { EVERYTHING } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "rate_of",
  category: "sequence",
  summary: "The change per second.",
  doc: "`delta(x) / dt`; needs `dt`. 0 on the first step unless a `start` state is given. The unit is that of `x` per second.",
  parameters: [{ name: "x", type: "number", doc: "A value per step, a vector element by element." }],
  result: "number",
  unit: "divide",
  elementwise: true,
  rewritten: true,
  range: () => EVERYTHING,
  monotone: ["?"],
  examples: [{ expression: "rate_of(t) * dt", value: [0, 1, 1, 1], steps: 4, tolerance: 1e-12 }],
  source: "First difference over the step length",
};
