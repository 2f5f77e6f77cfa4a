// What asking back or acting at once pays: record and value.
import { hull, type Interval } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Monotone, Operator } from "../operator.ts";

/** One of four pay-offs; NaN where any argument is. */
export function askOrAct(
  asked: number,
  ambiguous: number,
  askAmbiguous: number,
  askClear: number,
  actAmbiguous: number,
  actClear: number,
): number {
  if (Number.isNaN(asked + ambiguous + (askAmbiguous + askClear) * 0 + (actAmbiguous + actClear) * 0)) return Number.NaN;
  if (asked === 1) return ambiguous === 1 ? askAmbiguous : askClear;
  return ambiguous === 1 ? actAmbiguous : actClear;
}

function range([asked, ambiguous, askAmbiguous, askClear, actAmbiguous, actClear]: Interval[]): Interval {
  const rows = [
    { asks: true, vague: true, pays: askAmbiguous },
    { asks: true, vague: false, pays: askClear },
    { asks: false, vague: true, pays: actAmbiguous },
    { asks: false, vague: false, pays: actClear },
  ];
  const may = (of: Interval, holds: boolean) => (holds ? of.hi >= 1 : of.lo < 1);
  return hull(...rows.filter(({ asks, vague }) => may(asked, asks) && may(ambiguous, vague)).map(({ pays }) => pays));
}

const NUMBER: ValueType = { kind: "number" };
type Constant = number | string | undefined;

const atMost = (a: Constant, b: Constant) => typeof a === "number" && typeof b === "number" && a <= b;

/** The table must make asking right exactly where something is unclear. */
function resultType(_types: readonly ValueType[], constants: readonly Constant[]): ValueType | { problem: string } {
  const [, , askAmbiguous, askClear, actAmbiguous, actClear] = constants;
  if (atMost(askAmbiguous, actAmbiguous)) {
    const problem = `'ask_or_act' pays ${askAmbiguous} for asking where the request is ambiguous and ${actAmbiguous} for acting, so asking never pays; make 'ask_ambiguous' the larger one.`;
    return { problem };
  }
  if (!atMost(actClear, askClear)) return NUMBER;
  const problem = `'ask_or_act' pays ${actClear} for acting where the request is clear and ${askClear} for asking, so asking always pays; make 'act_clear' the larger one.`;
  return { problem };
}

const pays: Monotone = "+";

export const operator: Operator = {
  name: "ask_or_act",
  category: "judging",
  summary: "Pays asking back where a request is ambiguous and acting where it is clear.",
  doc: "One of four pay-offs:\n\n| | ambiguous | clear |\n|---|---|---|\n| asked | `ask_ambiguous` | `ask_clear` |\n| acted | `act_ambiguous` | `act_clear` |\n\nAsking must pay more than acting where the request is ambiguous, and acting more than asking where it is clear; a table of constants that says otherwise is an error, because one of the two would then always be best. With p the share of ambiguous requests, asking blindly is as good as acting blindly at `p = (act_clear − ask_clear) / (act_clear − ask_clear + ask_ambiguous − act_ambiguous)`.",
  parameters: [
    { name: "asked", type: "bool", doc: "Whether the agent asked back." },
    { name: "ambiguous", type: "bool", doc: "Whether the request was ambiguous; not by the agent's own word." },
    { name: "ask_ambiguous", type: "number", doc: "Pay-off for asking where the request is ambiguous." },
    { name: "ask_clear", type: "number", doc: "Pay-off for asking where the request is clear." },
    { name: "act_ambiguous", type: "number", doc: "Pay-off for acting where the request is ambiguous." },
    { name: "act_clear", type: "number", doc: "Pay-off for acting where the request is clear." },
  ],
  result: "number",
  resultType,
  unit: "same",
  elementwise: true,
  evaluate: askOrAct,
  range,
  monotone: ["?", "?", pays, pays, pays, pays],
  examples: [
    {
      expression: "0.3 * ask_or_act(true, true, 0.5, -0.5, -1, 1) + 0.7 * ask_or_act(true, false, 0.5, -0.5, -1, 1)",
      value: -0.2,
      tolerance: 5e-5,
    },
    {
      expression: "0.3 * ask_or_act(false, true, 0.5, -0.5, -1, 1) + 0.7 * ask_or_act(false, false, 0.5, -0.5, -1, 1)",
      value: 0.4,
      tolerance: 5e-5,
    },
    {
      expression: "0.3 * ask_or_act(true, true, 0.5, -0.5, -1, 1) + 0.7 * ask_or_act(false, false, 0.5, -0.5, -1, 1)",
      value: 0.85,
      tolerance: 5e-5,
    },
  ],
  source: "SpeakRL, 2025; the table is our own form",
};
