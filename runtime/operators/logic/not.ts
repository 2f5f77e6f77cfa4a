// Negation of a condition: record and value.
import type { Operator } from "../operator.ts";

/** 1 − a: NaN where a cannot be evaluated. */
export function not(a: number): number {
  return 1 - a;
}

export const operator: Operator = {
  name: "not",
  symbol: "not",
  category: "logic",
  summary: "Whether the condition does not hold.",
  doc: "`not a == b` is `not (a == b)`. What cannot be evaluated stays so.",
  parameters: [{ name: "a", type: "bool", doc: "The condition." }],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: not,
  range: ([a]) => ({ lo: 1 - a.hi, hi: 1 - a.lo }),
  monotone: ["-"],
  print: ([a]) => `1 - ${a}`,
  examples: [{ expression: "not 1 > 2", value: true }],
  source: "Negation",
};
