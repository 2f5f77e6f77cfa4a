// The reward of the task with a fading one for exploring: record and value.
import { addIntervals, type Interval, multiplyIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";
import { novelty, operator as noveltyRecord } from "./novelty.ts";

/** external_weight·external + intrinsic_weight·novelty(intrinsic, count, power). */
export function intrinsicBlend(
  external: number,
  intrinsic: number,
  count: number,
  externalWeight = 0.1,
  intrinsicWeight = 0.4,
  power = 3,
): number {
  return externalWeight * external + intrinsicWeight * novelty(intrinsic, count, power);
}

function range([external, intrinsic, count, externalWeight, intrinsicWeight, power]: Interval[]): Interval {
  const fading = noveltyRecord.range!([intrinsic, count, power], []);
  return addIntervals(multiplyIntervals(externalWeight, external), multiplyIntervals(intrinsicWeight, fading));
}

const along = (x: Interval): Monotone => (x.lo >= 0 ? "+" : x.hi <= 0 ? "-" : "?");

export const operator: Operator = {
  name: "intrinsic_blend",
  category: "credit",
  summary: "The reward of the task plus an exploration reward that fades with each visit.",
  doc: "`external_weight·external + intrinsic_weight·intrinsic / count^power`. The published code weights the task by 0.1 where it is a score, by 10 where it is sparse, and exploring by 0.4. As for `novelty`, a count below 1 cannot be computed.",
  parameters: [
    { name: "external", type: "number", doc: "What the task pays." },
    { name: "intrinsic", type: "number", doc: "What exploring pays on the first visit; in the same unit." },
    { name: "count", type: "number", pure: true, doc: "Visits so far, this one included." },
    { name: "external_weight", type: "number", default: 0.1, pure: true, doc: "Weight of the task." },
    { name: "intrinsic_weight", type: "number", default: 0.4, pure: true, doc: "Weight of exploring." },
    { name: "power", type: "number", default: 3, pure: true, doc: "How fast exploring fades." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: intrinsicBlend,
  range,
  monotone: ([external, , , externalWeight, intrinsicWeight]) => [
    along(externalWeight),
    along(intrinsicWeight),
    "?",
    along(external),
    "?",
    "?",
  ],
  examples: [
    { expression: "intrinsic_blend(2, 1, 2)", value: 0.25, tolerance: 1e-12 },
    { expression: "intrinsic_blend(1, 0.5, 1, external_weight: 10)", value: 10.2, tolerance: 1e-12 },
  ],
  source: "Zheng et al., Online Intrinsic Rewards (ONI), 2024; weights as in the read-me of its code",
};
