// The first time a condition holds: the record. The compiler rewrites it with a state.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "once",
  category: "sequence",
  summary: "True on the first step where a condition holds, and never again in the episode.",
  doc: "True where the condition holds and has not held on an earlier step. A bonus paid `once(reached)` cannot be farmed by reaching again.",
  parameters: [{ name: "condition", type: "bool", doc: "A condition per step." }],
  result: "bool",
  unit: "none",
  elementwise: true,
  rewritten: true,
  range: () => TRUTH,
  monotone: ["?"],
  examples: [{ expression: "once(t >= 1)", value: [0, 1, 0, 0], steps: 4 }],
  source: "First passage",
};
