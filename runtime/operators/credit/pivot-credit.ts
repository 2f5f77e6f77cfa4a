// Credit from the turning point on: the record. The compiler rewrites it with the index of the step.
import { hull, point } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "pivot_credit",
  category: "credit",
  summary: "Credit only for what comes after the step where a retry turned off.",
  doc: "`A` from the step with index `pivot` on (`t ≥ pivot`), 0 before: the steps a retry has copied from the failed attempt get no credit. A pivot of 0 or less credits every step, one at or beyond the end credits none. `A` is a step value or known at the start.",
  parameters: [
    { name: "A", type: "number", doc: "The credit." },
    { name: "pivot", type: "number", pure: true, doc: "Index of the first step that counts." },
  ],
  result: "number",
  unit: "first",
  elementwise: false,
  rewritten: true,
  range: ([A]) => hull(A!, point(0)),
  monotone: ["+", "?"],
  examples: [
    { expression: "pivot_credit(2, 2)", value: [0, 0, 2, 2], steps: 4 },
    { expression: "pivot_credit(2, 0)", value: [2, 2], steps: 2 },
    { expression: "pivot_credit(2, 9)", value: [0, 0], steps: 2 },
  ],
  source: "R³L, 2026: the mask of the released code",
};
