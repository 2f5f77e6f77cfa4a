// One condition until another: the record. The compiler makes a temporal node of it.
import { point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "until",
  category: "temporal",
  summary: "Whether one condition holds until another one comes true, which it must.",
  doc: "True where `second` holds on some step and `first` on every step before that one (not necessarily on that one). `second` has to happen: an episode that ends first is false. With `within: a..b` it happens from `a` to `b` ahead, in [s] or in steps. Known at the end; inside another temporal operator it is asked on every step. A window is cut at the last step; where no step is left in it the answer is false.",
  parameters: [
    { name: "first", type: "bool", doc: "Holds on every step before." },
    { name: "second", type: "bool", doc: "What has to happen." },
    {
      name: "within",
      type: "range",
      default: "0..inf",
      doc: "From when to when, counted from the step it starts at: `0..2 [s]`.",
    },
  ],
  result: "bool",
  unit: "none",
  elementwise: false,
  rewritten: true,
  range: ([_, second]) => (second.hi === 0 ? point(0) : TRUTH),
  monotone: ["+", "+", "?"],
  examples: [
    { expression: "until(t < 2, t == 2)", value: true, steps: 4 },
    { expression: "until(t < 1, t == 2)", value: false, steps: 4 },
    { expression: "until(t < 9, t == 9)", value: false, steps: 4 },
    { expression: "until(t < 2, t == 2, within: 0..1)", value: false, steps: 4 },
  ],
  source: "Kamp: Tense Logic and the Theory of Linear Order, 1968; over finite traces De Giacomo, Vardi: LTLf, 2013",
};
