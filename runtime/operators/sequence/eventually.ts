// A condition on some step: the record. The compiler rewrites it as `any(…) over steps`.
import { point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "eventually",
  category: "sequence",
  summary: "Whether a condition holds on at least one step of the episode.",
  doc: "The same as `any(condition) over steps`; known at the end.",
  parameters: [{ name: "condition", type: "bool", doc: "A condition per step." }],
  result: "bool",
  unit: "none",
  elementwise: false,
  rewritten: true,
  range: ([condition]) => (condition.hi === 0 ? point(0) : TRUTH),
  monotone: ["+"],
  examples: [{ expression: "eventually(t == 3)", value: true, steps: 4 }],
  source: "Pnueli: The Temporal Logic of Programs, 1977",
};
