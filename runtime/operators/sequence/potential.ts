// Potential-based shaping, the right side of `shaping`: the record. The compiler makes it a member of the program.
import { hull, point, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "potential",
  aliases: ["shape"],
  category: "sequence",
  summary: "Rewards progress without changing which policies are best.",
  doc: "Only on the right of `shaping`: `potential(Φ)` adds `γ·Φ(now) − Φ(before)` to each step, with Φ := 0 after a terminal step (not after a truncation) and nothing on the first step unless a `start` state is given. Over an episode the discounted sum depends on where it begins and ends alone, so going round in circles pays nothing.",
  parameters: [{ name: "x", type: "number", doc: "How good a state is; it must depend on the state alone." }],
  result: "number",
  unit: "same",
  elementwise: false,
  rewritten: true,
  range: ([x]) => hull(subtractIntervals(hull(x!, point(0)), x!), point(0)),
  monotone: ["?"],
  examples: [{ expression: "potential(t)", value: [0, 1, 1, 1], steps: 4 }],
  source: "Ng, Harada, Russell: Policy Invariance Under Reward Transformations, 1999",
};
