// A condition on some step to come: the record. The compiler makes a temporal node or an aggregate of it.
import { point, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "eventually",
  category: "temporal",
  summary: "Whether a condition holds on at least one step of the episode, or of a window.",
  doc: "`any(condition) over steps`; known at the end. `within: a..b` looks from `a` to `b` ahead, in [s] or in steps (pure numbers): the steps `ceil(a/dt)` to `floor(b/dt)` after the one it starts from, both included. Inside another temporal operator it is asked on every step; outermost on the first. A window is cut at the last step; where no step is left in it the answer is false: what had to happen has not.",
  parameters: [
    { name: "condition", type: "bool", doc: "A condition per step, which may itself be a temporal formula." },
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
  range: ([condition]) => (condition.hi === 0 ? point(0) : TRUTH),
  monotone: ["+", "?"],
  examples: [
    { expression: "eventually(t == 3)", value: true, steps: 4 },
    { expression: "eventually(t == 3, within: 0..2)", value: false, steps: 4 },
    { expression: "eventually(t >= 0, within: 9..10)", value: false, steps: 4 },
    { expression: "always(eventually(t % 2 == 1, within: 0..1))", value: true, steps: 4 },
  ],
  source: "Pnueli: The Temporal Logic of Programs, 1977; windows as in Koymans: Specifying Real-Time Properties with MTL, 1990",
};
