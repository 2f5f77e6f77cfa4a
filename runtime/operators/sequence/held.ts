// Whether a condition has lasted: the record. The compiler rewrites it with a state.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "held",
  category: "sequence",
  summary: "True once a condition has held without a break for at least so long.",
  doc: "`duration` is a time [s], or a pure number of steps. A record lasts one step, so a condition that has held on `n` records, this one included, has held for `n·dt`; `held(b, 0)` is `b`. Counting starts with the first step. A step on which the condition cannot be evaluated is a break. Quotients `duration/dt` that are whole up to rounding count as whole.",
  parameters: [
    { name: "condition", type: "bool", doc: "A condition per step, several element by element." },
    { name: "duration", type: "number", doc: "How long at least: in [s], or in steps as a pure number." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  rewritten: true,
  range: () => TRUTH,
  monotone: ["+", "-"],
  examples: [{ expression: "held(t >= 1, 2)", value: [0, 0, 1, 1], steps: 4 }],
  source: "Definition",
};
