// By how much a value beats its best so far: the record. The compiler rewrites it with a state.
import { subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "record",
  category: "sequence",
  summary: "By how much a value rises above its previous maximum.",
  doc: "`max(0, x − running_max(x) before)`; 0 on the first step unless a `start` state is given. Its sum over an episode is the net rise to the best value, so it cannot be farmed by going back and forth.",
  parameters: [{ name: "x", type: "number", doc: "A value per step, a vector element by element." }],
  result: "number",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([x]) => ({ lo: 0, hi: Math.max(0, subtractIntervals(x, x).hi) }),
  monotone: ["?"],
  examples: [{ expression: "record(t * (3 - t))", value: [0, 2, 0, 0], steps: 4 }],
  source: "Record values",
};
