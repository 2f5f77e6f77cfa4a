// A value now and then across a segment of a scenario: the record. The compiler rewrites it as a choice.
import { hull, point } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "pulse",
  category: "scenario",
  summary: "In a scenario: a value on every n-th step, else 0 or false.",
  doc: "On step *i* of the segment `v` where *i* modulo `every` is `at`, else 0, or false for a condition. Starts anew with every segment.",
  parameters: [
    { name: "v", type: "any", doc: "The value of the pulse." },
    { name: "every", type: "count", pure: true, doc: "Steps from one pulse to the next." },
    { name: "at", type: "count", default: 0, pure: true, doc: "Step of the first pulse." },
  ],
  result: "as first",
  unit: "first",
  elementwise: false,
  rewritten: true,
  range: ([v]) => hull(v, point(0)),
  monotone: ["+", "?", "?"],
  examples: [{ expression: "pulse(2, every: 2, at: 1)", value: [0, 2, 0, 2, 0], steps: 5 }],
  source: "Definition",
};
