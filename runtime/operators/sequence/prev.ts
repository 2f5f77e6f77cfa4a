// The value one step before: the record. The compiler turns it into a node of its own.
import { hull } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "prev",
  category: "sequence",
  summary: "The value on the step before.",
  doc: "On the first step the value in the `start` state where one is given, else `init`, else `x` itself. Of an expression it is that expression evaluated on the previous record. `prev` of a track is the value it had, and on the first step its `starts` value.",
  parameters: [
    { name: "x", type: "any", doc: "A value per step." },
    { name: "init", type: "any", default: "x", doc: "Value on the first step; a single number fills a vector." },
  ],
  result: "as first",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: (args) => hull(...args),
  monotone: ["?", "?"],
  examples: [
    { expression: "prev(t)", value: [0, 0, 1, 2], steps: 4 },
    { expression: "prev(t, 9)", value: [9, 0, 1, 2], steps: 4 },
  ],
  source: "Definition",
};
