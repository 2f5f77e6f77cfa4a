// The change since the step before: the record. The compiler rewrites it with `prev`.
import { subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "delta",
  category: "sequence",
  summary: "The change since the step before.",
  doc: "`x - prev(x)`; 0 on the first step unless a `start` state is given. `sumsq(delta(action))` is a smoothness penalty. Paying `max(0, delta(x))` pays for going back and forth; `potential` does not.",
  parameters: [{ name: "x", type: "number", doc: "A value per step, a vector element by element." }],
  result: "number",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([x]) => subtractIntervals(x, x),
  monotone: ["?"],
  examples: [{ expression: "delta(t * t)", value: [0, 1, 3, 5], steps: 4 }],
  source: "First difference",
};
