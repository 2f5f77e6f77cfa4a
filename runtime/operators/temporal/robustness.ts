// The signed margin of a formula: the record. The compiler turns the formula into numbers.
import { EVERYTHING } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "robustness",
  category: "temporal",
  summary: "By how much a formula holds or fails: positive where it holds, negative where it does not.",
  doc: [
    "The quantitative meaning of the same formula: `a < b` and `a <= b` become `b − a`, `a > b` and `a >= b` `a − b`, `x in lo..hi` `min(x − lo, hi − x)`, `a == b` `−|a − b|`, `a != b` `|a − b|`, `and` and `all` the least, `or` and `any` the greatest, `not` the negative, `always` the least and `eventually` the greatest over their steps, `until` the greatest over `second` of the least of it and of `first` before it.",
    "Each predicate's margin is divided by the width of the range its difference can take by what is declared (params and constants have no width), so that metres and radians may meet. A condition that is no comparison counts ±1, and so does a window with no step left in it. `raw: true` leaves the units in: then all predicates share one, bare conditions and empty windows count ±∞ (they decide, but measure nothing), and a margin that is infinite in the end is missing.",
    "Zero says nothing, any other sign agrees with the formula. Of a plain condition it is a value per step, of a temporal formula one per episode. Where a number is missing so is the margin, unless it cannot matter.",
  ].join("\n\n"),
  parameters: [
    { name: "formula", type: "bool", doc: "A condition or a temporal formula." },
    { name: "raw", type: "bool", default: false, constant: true, doc: "Keep the unit instead of dividing by declared widths." },
  ],
  result: "number",
  unit: "none",
  elementwise: false,
  rewritten: true,
  range: () => EVERYTHING,
  monotone: ["?", "0"],
  examples: [
    { expression: "robustness(t < 3, raw: true)", value: [3, 2, 1, 0], steps: 4 },
    { expression: "robustness(t < 3)", value: [1, 2 / 3, 1 / 3, 0], steps: 4 },
    { expression: "robustness(always(t < 3), raw: true)", value: 0, steps: 4 },
    { expression: "robustness(eventually(t > 1 and t < 3), raw: true)", value: 1, steps: 4 },
  ],
  source:
    "Fainekos, Pappas: Robustness of Temporal Logic Specifications, 2009; Donzé, Maler: Robust Satisfaction of Temporal Logic, 2010",
};
