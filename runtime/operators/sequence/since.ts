// How long ago a condition held: the record. The compiler rewrites it with a state.
import { NOT_NEGATIVE } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "since",
  category: "sequence",
  summary: "How long ago a condition last held: 0 on a step where it does.",
  doc: "In seconds where the reward declares `dt`, else in steps. Missing before the condition has ever held in the episode: say what then, such as `since(b) ?? inf` or `since(b) ?? time`. A `start` state in which it held counts. A step on which it cannot be evaluated counts as one on which it does not hold.",
  parameters: [{ name: "condition", type: "bool", doc: "A condition per step, several element by element." }],
  result: "number?",
  unit: "none",
  elementwise: true,
  rewritten: true,
  range: () => NOT_NEGATIVE,
  monotone: ["?"],
  examples: [{ expression: "(since(t % 3 == 1) ?? 9) / dt", value: [90, 0, 1, 2], steps: 4, tolerance: 1e-12 }],
  source: "Definition",
};
