// Bradley–Terry loss that asks for a margin: record and value.
import { type Interval, liftFalling, NOT_NEGATIVE, subtractIntervals } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { prefBt } from "./pref-bt.ts";

/** softplus(−(difference − margin)); NaN for a negative margin. */
export function prefBtMargin(difference: number, margin: number): number {
  return margin >= 0 ? prefBt(difference - margin) : Number.NaN;
}

const range = ([difference, margin]: Interval[]): Interval =>
  liftFalling(prefBt, subtractIntervals(difference, margin), { codomain: NOT_NEGATIVE, ulps: 6 });

export const operator: Operator = {
  name: "pref_bt_margin",
  category: "judging",
  summary: "The loss of a preference that should hold by a margin.",
  doc: "`softplus(−(Δ − margin))`: the stronger the preference that people stated (1, 2 or 3), the further apart the scores should be. A negative margin cannot be computed. A loss: lower is better.",
  parameters: [
    { name: "difference", type: "number", doc: "Score of the preferred answer minus that of the other." },
    { name: "margin", type: "number", doc: "How strong the preference is, not negative." },
  ],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: prefBtMargin,
  range,
  monotone: ["-", "+"],
  examples: [{ expression: "pref_bt_margin(1, 3)", value: 2.126928, tolerance: 5e-5 }],
  source: "HelpSteer2-Preference, 2024 (Margin Bradley–Terry)",
};
