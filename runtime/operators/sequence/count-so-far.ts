// How often a condition has held so far: the record. The compiler rewrites it with a state.
import { NOT_NEGATIVE } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "count_so_far",
  category: "sequence",
  summary: "On how many steps a condition has held so far, this one included.",
  doc: "Counts from the start of the episode. `novelty` of a visit is a falling function of it.",
  parameters: [{ name: "condition", type: "bool", doc: "A condition per step." }],
  result: "count",
  unit: "none",
  elementwise: true,
  rewritten: true,
  range: () => NOT_NEGATIVE,
  monotone: ["+"],
  examples: [{ expression: "count_so_far(t % 2 == 0)", value: [1, 1, 2, 2], steps: 4 }],
  source: "Counting",
};
