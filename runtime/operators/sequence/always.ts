// A condition on every step: the record. The compiler rewrites it as `all(…) over steps`.
import { point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "always",
  category: "sequence",
  summary: "Whether a condition holds on every step of the episode.",
  doc: "The same as `all(condition) over steps`; known at the end.",
  parameters: [{ name: "condition", type: "bool", doc: "A condition per step." }],
  result: "bool",
  unit: "none",
  elementwise: false,
  rewritten: true,
  range: ([condition]) => (condition.lo === 1 ? point(1) : TRUTH),
  monotone: ["+"],
  examples: [{ expression: "always(t < 3)", value: false, steps: 4 }],
  source: "Pnueli: The Temporal Logic of Programs, 1977",
};
