// Values in turn across a segment of a scenario: the record. The compiler rewrites it by index.
import { hull } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "cycle",
  category: "scenario",
  summary: "In a scenario: takes its values in turn, over and over.",
  doc: "On step *i* of the segment the value at *i* modulo their number. Starts anew with every segment.",
  parameters: [
    { name: "v", type: "any", doc: "Value on the first step of the segment." },
    { name: "more", type: "any", variadic: true, doc: "The values that follow." },
  ],
  result: "as first",
  unit: "same",
  elementwise: false,
  rewritten: true,
  range: (args) => hull(...args),
  monotone: ["+", "+"],
  examples: [{ expression: "cycle(1, 2, 3)", value: [1, 2, 3, 1, 2], steps: 5 }],
  source: "Definition",
};
