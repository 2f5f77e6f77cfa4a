// Right, in form, and true to its own reasoning: record and value.
import { addIntervals, type Interval, meet, multiplyIntervals, point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 0.5·format + accuracy·(1 + 0.5·consistency); NaN outside 0..1, 0..1 and −1..1. */
export function consistencyBonus(format: number, accuracy: number, consistency: number): number {
  const fits = format >= 0 && format <= 1 && accuracy >= 0 && accuracy <= 1 && consistency >= -1 && consistency <= 1;
  return fits ? 0.5 * format + accuracy * (1 + 0.5 * consistency) : Number.NaN;
}

function range([format, accuracy, consistency]: Interval[]): Interval {
  const [f, a] = [format, accuracy].map((x) => meet(x, TRUTH) ?? TRUTH);
  const c = meet(consistency, { lo: -1, hi: 1 }) ?? { lo: -1, hi: 1 };
  const factor = addIntervals(point(1), multiplyIntervals(point(0.5), c));
  return addIntervals(multiplyIntervals(point(0.5), f), multiplyIntervals(a, factor));
}

export const operator: Operator = {
  name: "consistency_bonus",
  category: "judging",
  summary: "Pays a right answer more where it follows from its own reasoning, and a little for the form.",
  doc: "`0.5·format + accuracy·(1 + 0.5·consistency)`, from 0 to 2. `consistency` is 1 where the reasoning leads to the answer, −1 where it contradicts it, 0 where that is unknown; it counts for right answers only, so that consistent mistakes earn nothing. Other numbers than those of the ranges cannot be computed.",
  parameters: [
    { name: "format", type: "number", doc: "Whether the form is right, 0..1." },
    { name: "accuracy", type: "number", doc: "Whether the answer is right, 0..1." },
    { name: "consistency", type: "number", doc: "Whether reasoning and answer agree, −1..1." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: consistencyBonus,
  range,
  monotone: ["+", "+", "+"],
  examples: [
    { expression: "consistency_bonus(1, 1, 1)", value: 2 },
    { expression: "consistency_bonus(1, 1, -1)", value: 1 },
    { expression: "consistency_bonus(true, false, 1)", value: 0.5 },
  ],
  source: "R1-Reward, 2025: its released code",
};
