// A running mean that forgets: the record. The compiler rewrites it with a state.
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "ema",
  category: "sequence",
  summary: "The exponential moving average: a smoothed value that forgets with the time constant `tau`.",
  doc: "`y = y₋ + α·(x − y₋)` with `α = 1 − exp(−dt/tau)`, kept within the declared range of `x`; the first value is `x` itself, or the value in the `start` state where one is given. `tau` is a time [s], or a pure number of steps (then `dt` is 1). After a step change the average has covered 63 % of it once `tau` has passed. A step whose value is missing leaves the average as it was. `tau: 0` does not smooth; below 0 it has no value.",
  parameters: [
    { name: "x", type: "number", doc: "A value per step, a vector element by element." },
    { name: "tau", type: "number", doc: "The time constant: in [s], or in steps as a pure number." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  rewritten: true,
  range: ([x]) => x,
  monotone: ["+", "?"],
  examples: [{ expression: "ema(t, 2)", value: [0, 0.393469340287, 1.025589899116, 1.802459738967], steps: 4, tolerance: 1e-9 }],
  source: "First-order low-pass filter, sampled with zero-order hold",
};
