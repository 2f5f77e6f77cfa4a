// A score less what it is uncertain by: record and value.
import { type Interval, multiplyIntervals, subtractIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** r − weight·u. */
export function uncertaintyPenalty(r: number, u: number, weight: number): number {
  return r - weight * u;
}

function monotone([, u, weight]: Interval[]): Monotone[] {
  const against = (x: Interval): Monotone => (x.lo >= 0 ? "-" : x.hi <= 0 ? "+" : "?");
  return ["+", against(weight), against(u)];
}

export const operator: Operator = {
  name: "uncertainty_penalty",
  category: "bounding",
  summary: "A score less a multiple of its uncertainty.",
  doc: "`r − weight·u`. `u` is in the unit of the score, like a standard deviation over an ensemble, or a pure number. It has no lower bound: where `u` is unbounded, so is the charge. An uncertainty below 0 would pay.",
  parameters: [
    { name: "r", type: "number", doc: "The score." },
    { name: "u", type: "number", doc: "Its uncertainty, in the unit of the score." },
    { name: "weight", type: "number", pure: true, doc: "How much one unit of uncertainty costs, λ in the papers." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: uncertaintyPenalty,
  range: ([r, u, weight]) => subtractIntervals(r, multiplyIntervals(weight, u)),
  monotone,
  examples: [{ expression: "uncertainty_penalty(1, 0.5, 0.2)", value: 0.9 }],
  source: "Coste et al., Reward Model Ensembles Help Mitigate Overoptimization, 2024; Ctrl-U, 2024",
};
