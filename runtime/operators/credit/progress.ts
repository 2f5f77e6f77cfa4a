// Shaping by the distance to go, the right side of `shaping`: the record. The compiler makes a potential of it.
import { hull, negateInterval, point, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "progress",
  category: "credit",
  summary: "Shaping by a distance: pays for coming closer and takes it back for going away.",
  doc: "Only on the right of `shaping`: `progress(d)` is `potential(-d)`, so a step adds `d(before) − γ·d(now)`. Going to and fro pays nothing, unlike `max(0, delta(-d))`, which pays for every approach. Below γ = 1 standing still at distance d adds `(1 − γ)·d` each step, which is taken back over the episode like all shaping.",
  parameters: [{ name: "d", type: "number", doc: "How far there is to go; it must depend on the state alone." }],
  result: "number",
  unit: "same",
  elementwise: false,
  rewritten: true,
  range: ([d]) => {
    const x = negateInterval(d!);
    return hull(subtractIntervals(hull(x, point(0)), x), point(0));
  },
  monotone: ["?"],
  examples: [{ expression: "progress(3 - t)", value: [0, 1, 1, 1], steps: 4 }],
  source: "Ng, Harada, Russell: Policy Invariance Under Reward Transformations, 1999, with Φ = −d",
};
