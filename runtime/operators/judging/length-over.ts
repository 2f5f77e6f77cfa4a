// What length beyond a free allowance costs: record and value.
import { type Interval, maxIntervals, multiplyIntervals, negateInterval, point, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** −cost·max(0, length − free). */
export function lengthOver(length: number, free = 300, cost = 0.01): number {
  return 0 - cost * Math.max(0, length - free);
}

const excess = (length: Interval, free: Interval): Interval => maxIntervals(point(0), subtractIntervals(length, free));

export const operator: Operator = {
  name: "length_over",
  category: "judging",
  summary: "A negative reward for each unit of length beyond a free allowance.",
  doc: "`−cost·max(0, length − free)`: 0 up to `free`, then falling in a straight line without end. It is at most 0, so it stands in an objective; as a penalty write `-length_over(…)`. `cost` is per unit of the length. Without a bound on the length it can outweigh everything else: see `ramp` for one that ends.",
  parameters: [
    { name: "length", type: "number", doc: "How long the text is, usually in tokens." },
    { name: "free", type: "number", default: 300, doc: "Length that costs nothing, in the same unit." },
    { name: "cost", type: "number", default: 0.01, pure: true, doc: "Cost of each unit beyond, not negative." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: lengthOver,
  range: ([length, free, cost]) => negateInterval(multiplyIntervals(cost, excess(length, free))),
  monotone: ([, , cost]) => [cost.lo >= 0 ? "-" : "?", cost.lo >= 0 ? "+" : "?", "-"],
  examples: [
    { expression: "length_over(420)", value: -1.2, tolerance: 1e-12 },
    { expression: "length_over(300)", value: 0 },
  ],
  source: "Fu et al., Reward Shaping to Mitigate Reward Hacking in RLHF, 2025: length penalty of its code",
};
