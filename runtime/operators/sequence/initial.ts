// The value at the beginning: the record. The compiler rewrites it with a state.
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "initial",
  category: "sequence",
  summary: "The value the episode began with.",
  doc: "The value in the `start` state where one is given, else that of the first step, on every step.",
  parameters: [{ name: "x", type: "number", doc: "A value per step, a vector element by element." }],
  result: "as first",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([x]) => x,
  monotone: ["?"],
  examples: [{ expression: "initial(t + 5)", value: [5, 5, 5, 5], steps: 4 }],
  source: "Definition",
};
