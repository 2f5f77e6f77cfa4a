// A cap from above: record and value.
import { type Interval, minIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** min(x, c). */
export function ceilAt(x: number, c: number): number {
  return Math.min(x, c);
}

function monotone([x, c]: Interval[]): Monotone[] {
  return [c.hi <= x.lo ? "0" : "+", x.hi <= c.lo ? "0" : "+"];
}

export const operator: Operator = {
  name: "ceil_at",
  category: "bounding",
  summary: "Cuts a score off above a ceiling.",
  doc: "`min(x, c)`. From `c` on a higher score earns nothing more, and below it nothing changes. Make it the last thing done to a score: what is added afterwards is not capped, and a charge taken off before the cap may be free.",
  parameters: [
    { name: "x", type: "number", doc: "The score." },
    { name: "c", type: "number", doc: "Its ceiling, in the same unit." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: ceilAt,
  range: ([x, c]) => minIntervals(x, c),
  monotone,
  print: ([x, c]) => `Math.min(${x}, ${c})`,
  examples: [
    { expression: "ceil_at(7, 5)", value: 5 },
    { expression: "ceil_at(-2, 5)", value: -2 },
  ],
  source: "Baselines `ceil3`, `ceil4`, `ceil5` of Fu et al., Reward Shaping to Mitigate Reward Hacking in RLHF, 2025",
};
