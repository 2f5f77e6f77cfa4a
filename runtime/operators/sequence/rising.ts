// Where a condition begins to hold: the record. The compiler rewrites it with `prev`.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "rising",
  category: "sequence",
  summary: "True on a step where a condition begins to hold.",
  doc: "`b and not prev(b)`; never on the first step unless a `start` state says it did not hold before.",
  parameters: [{ name: "condition", type: "bool", doc: "A condition per step." }],
  result: "bool",
  unit: "none",
  elementwise: true,
  rewritten: true,
  range: () => TRUTH,
  monotone: ["?"],
  examples: [{ expression: "rising(t >= 2)", value: [0, 0, 1, 0], steps: 4 }],
  source: "Edge detection",
};
