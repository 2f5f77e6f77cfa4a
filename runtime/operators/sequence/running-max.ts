// The largest value so far: the record. The compiler rewrites it with a state.
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "running_max",
  category: "sequence",
  summary: "The largest value so far, this step included.",
  doc: "`max(x₀, …, xₜ)`, the `start` state included where it is given. It never falls.",
  parameters: [{ name: "x", type: "number", doc: "A value per step, a vector element by element." }],
  result: "number",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([x]) => x,
  monotone: ["+"],
  examples: [{ expression: "running_max(-abs(t - 1))", value: [-1, 0, 0, 0], steps: 4 }],
  source: "Running maximum",
};
