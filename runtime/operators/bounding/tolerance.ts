// How well a number lies in a range, falling smoothly outside: record and value.
import { toleranceInterval, toleranceMonotone } from "../../tolerance-interval.ts";
import type { Operator } from "../operator.ts";
import { toleranceKernel } from "./tolerance-kernel.ts";

/**
 * 1 within lo..hi; outside it falls with the distance, to `valueAtMargin` at the distance `margin`, or to 0 at once where
 * margin is 0. NaN where hi < lo, margin < 0, or `valueAtMargin` does not fit the kind. Formulas of dm_control's `tolerance`.
 */
export function tolerance(x: number, lo: number, hi: number, margin = 0, valueAtMargin = 0.1, kind = "gaussian"): number {
  if (!(lo <= hi && margin >= 0)) return NaN;
  if (x >= lo && x <= hi) return 1;
  const distance = x < lo ? lo - x : x - hi;
  if (margin === 0) return Number.isNaN(distance) ? NaN : 0;
  return toleranceKernel(distance / margin, valueAtMargin, kind);
}

const kinds = ["gaussian", "hyperbolic", "long_tail", "reciprocal", "cosine", "linear", "quadratic", "tanh_squared"];

const doc = `1 where \`x\` lies in the range, both ends included. Outside, with *d* the distance to the nearer end divided by \`margin\` and *v* = \`value_at_margin\`:

| kind | value |
|---|---|
| \`gaussian\` | exp(−½·(d·√(−2 ln v))²) |
| \`hyperbolic\` | 1 / cosh(d·acosh(1/v)) |
| \`long_tail\` | 1 / ((d·√(1/v − 1))² + 1) |
| \`reciprocal\` | 1 / (d·(1/v − 1) + 1) |
| \`cosine\` | with s = d·acos(2v − 1)/π: (1 + cos(π·s))/2 where s < 1, else 0 |
| \`linear\` | 1 − d·(1 − v), at least 0 |
| \`quadratic\` | 1 − d²·(1 − v), at least 0 |
| \`tanh_squared\` | 1 − tanh²(d·atanh(√(1 − v))) |

Every kind gives *v* at the distance \`margin\`. With \`margin: 0\` the value is 0 everywhere outside. \`value_at_margin\` lies between 0 and 1; 0 itself only for \`cosine\`, \`linear\` and \`quadratic\`. A \`margin\` below 0 or a range whose end lies below its start cannot be computed. The long tails (\`long_tail\`, \`reciprocal\`) keep a slope far away; \`gaussian\` is flat there.`;

export const operator: Operator = {
  name: "tolerance",
  category: "bounding",
  summary: "1 within a range, falling smoothly to 0 outside it.",
  doc,
  parameters: [
    { name: "x", type: "number", doc: "What should lie in the range." },
    { name: "range", type: "range", doc: "Where the value is 1; an end may be `inf`. In the unit of `x`." },
    {
      name: "margin",
      type: "number",
      default: 0,
      doc: "Distance at which the value has fallen to `value_at_margin`, in the unit of `x`; any expression that is not negative.",
    },
    { name: "value_at_margin", type: "number", default: 0.1, pure: true, constant: true, doc: "Value at the distance `margin`." },
    { name: "kind", type: "option", default: "gaussian", options: kinds, constant: true, doc: "Shape of the fall." },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: tolerance,
  range: toleranceInterval,
  monotone: toleranceMonotone,
  examples: [
    { expression: "tolerance(0.3, 0.28..0.34)", value: 1 },
    { expression: "tolerance(0.5, 0..0.25, margin: 0.25)", value: 0.1, tolerance: 1e-12 },
    { expression: 'tolerance(3, 0..1, margin: 4, value_at_margin: 0, kind: "linear")', value: 0.5 },
  ],
  source: "Tassa et al., DeepMind Control Suite, 2018; dm_control `utils/rewards.py` (`tolerance`)",
};
