// Bradley–Terry loss weighted by the strength of the preference: record and value.
import { type Interval, liftFalling, meet, multiplyIntervals, NOT_NEGATIVE } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { prefBt } from "./pref-bt.ts";

/** margin·softplus(−difference); NaN for a negative margin. */
export function prefBtScaled(difference: number, margin: number): number {
  return margin >= 0 ? margin * prefBt(difference) : Number.NaN;
}

const range = ([difference, margin]: Interval[]): Interval =>
  multiplyIntervals(
    meet(margin, NOT_NEGATIVE) ?? NOT_NEGATIVE,
    liftFalling(prefBt, difference, { codomain: NOT_NEGATIVE, ulps: 6 }),
  );

export const operator: Operator = {
  name: "pref_bt_scaled",
  category: "judging",
  summary: "The loss of a preference, counted by how strong the preference is.",
  doc: "`margin·softplus(−Δ)`: a strong preference counts like several weak ones. A negative margin cannot be computed. A loss: lower is better.",
  parameters: [
    { name: "difference", type: "number", doc: "Score of the preferred answer minus that of the other." },
    { name: "margin", type: "number", doc: "How strong the preference is, not negative." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: prefBtScaled,
  range,
  monotone: ["-", "+"],
  examples: [{ expression: "pref_bt_scaled(1, 3)", value: 0.939785, tolerance: 5e-5 }],
  source: "HelpSteer2-Preference, 2024 (Scaled Bradley–Terry)",
};
