// A verdict that two checkers share: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** The verdict where both are the same; NaN, an abstention, where they differ. */
export function selectIfAgree(rule: number, judge: number): number {
  return rule === judge ? rule : NaN;
}

export const operator: Operator = {
  name: "select_if_agree",
  category: "combining",
  summary: "The verdict of two checkers where they agree, missing where they do not.",
  doc: "A rule and a judge make different mistakes; where both say the same, it can be trusted more than either. Where they differ, or one cannot say, the result is missing, and what is used then must be said: `select_if_agree(rule, judge) ?? false`. A default of `true` would pay for confusing one of the two.",
  parameters: [
    { name: "rule", type: "bool", doc: "The verdict of one checker." },
    { name: "judge", type: "bool", doc: "The verdict of the other." },
  ],
  result: "bool?",
  unit: "none",
  elementwise: true,
  evaluate: selectIfAgree,
  range: () => TRUTH,
  monotone: ["?", "?"],
  examples: [
    { expression: "select_if_agree(true, true) ?? false", value: true },
    { expression: "select_if_agree(true, false) ?? false", value: false },
    { expression: "select_if_agree(false, false) ?? true", value: false },
  ],
  source: "Hybrid annotation of Cooper (co-optimised policy and reward models), 2025",
};
