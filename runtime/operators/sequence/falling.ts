// Where a condition ceases to hold: the record. The compiler rewrites it with `prev`.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "falling",
  category: "sequence",
  summary: "True on a step where a condition ceases to hold.",
  doc: "`prev(b) and not b`; never on the first step unless a `start` state says it held before.",
  parameters: [{ name: "condition", type: "bool", doc: "A condition per step." }],
  result: "bool",
  unit: "none",
  elementwise: true,
  rewritten: true,
  range: () => TRUTH,
  monotone: ["?"],
  examples: [{ expression: "falling(t < 2)", value: [0, 0, 1, 0], steps: 4 }],
  source: "Edge detection",
};
