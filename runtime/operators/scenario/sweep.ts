// An even change across a segment of a scenario: the record. The compiler rewrites it as arithmetic.
import { hull } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "sweep",
  category: "scenario",
  summary: "In a scenario: changes evenly from one value to another across the segment.",
  doc: "On step *i* of a segment of *N* steps: `a + (b − a)·i / (N − 1)`, and `b` where the segment has one step. Starts anew with every segment.",
  parameters: [
    { name: "a", type: "number", doc: "Value on the first step of the segment." },
    { name: "b", type: "number", doc: "Value on its last step." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([a, b]) => hull(a, b),
  monotone: ["+", "+"],
  examples: [{ expression: "sweep(0, 1)", value: [0, 0.25, 0.5, 0.75, 1], steps: 5 }],
  source: "Linear interpolation",
};
