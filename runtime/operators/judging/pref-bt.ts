// Loss of a preference under the Bradley–Terry model: record and value.
import { liftFalling, NOT_NEGATIVE } from "../../interval.ts";
import { softplus } from "../bounding/softplus.ts";
import type { Operator } from "../operator.ts";

/** softplus(−difference) = −ln σ(difference). */
export function prefBt(difference: number): number {
  return softplus(-difference);
}

export const operator: Operator = {
  name: "pref_bt",
  category: "judging",
  summary: "The loss of a preference: small where the preferred answer scores clearly higher.",
  doc: "`softplus(−Δ) = −ln σ(Δ)`, with Δ the score of the preferred answer minus that of the other: ln 2 for equal scores, near 0 far above, −Δ far below. A loss: lower is better.",
  parameters: [{ name: "difference", type: "number", doc: "Score of the preferred answer minus that of the other." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: prefBt,
  range: ([difference]) => liftFalling(prefBt, difference, { codomain: NOT_NEGATIVE, ulps: 6 }),
  monotone: ["-"],
  examples: [{ expression: "pref_bt(1)", value: 0.313262, tolerance: 5e-5 }],
  source: "HelpSteer2-Preference, 2024 (Regular Bradley–Terry); Bradley, Terry, 1952",
};
