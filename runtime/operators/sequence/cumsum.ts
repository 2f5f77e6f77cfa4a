// The sum so far: the record. The compiler rewrites it with a state.
import { sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "cumsum",
  category: "sequence",
  summary: "The sum of a value over the steps so far, this one included.",
  doc: "`x₀ + x₁ + … + xₜ`, added in order from 0. It grows with the episode; what is paid per step from it grows with the square of its length.",
  parameters: [{ name: "x", type: "number", doc: "A value per step, a vector element by element." }],
  result: "number",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([x]) => sumInterval(x!, { lo: 1, hi: Number.POSITIVE_INFINITY }),
  monotone: ["+"],
  examples: [{ expression: "cumsum(t)", value: [0, 1, 3, 6], steps: 4 }],
  source: "Running sum",
};
