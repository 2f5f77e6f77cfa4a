// Multipliers of constraints as weights: record and value.
import { type Interval, TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** e^aₖ / (e^main + Σ e^aⱼ), without overflow. */
export function constraintWeights(multipliers: ArrayLike<number>, main = 0): number[] {
  const values = Array.from(multipliers);
  const highest = values.reduce((most, a) => Math.max(most, a), main);
  const parts = values.map((a) => Math.exp(a - highest));
  const total = parts.reduce((sum, part) => sum + part, Math.exp(main - highest));
  return parts.map((part) => part / total);
}

function range(): Interval {
  return TRUTH;
}

export const operator: Operator = {
  name: "constraint_weights",
  aliases: ["constraint"],
  category: "combining",
  summary: "Weights of constraints from their multipliers, as shares of 1 with the main task.",
  doc: "`λₖ = e^(aₖ) / (e^main + Σ e^(aⱼ))`: the weight of each constraint; what is missing to 1, `1 - sum(constraint_weights(a))`, is that of the main task. The multipliers `aₖ` are kept by the trainer, which raises one while its constraint is violated too often: declare them as a signal `from trainer`. As shares they cannot grow without bound, unlike plain Lagrange multipliers. What a constraint says is a `limit`.",
  parameters: [
    { name: "multipliers", type: "values", doc: "aₖ, one per constraint, pure numbers." },
    { name: "main", type: "number", default: 0, doc: "a₀, the multiplier of the main task." },
  ],
  result: "as first",
  resultType: ([multipliers]) =>
    multipliers?.kind === "vector"
      ? { kind: "vector", size: multipliers.size, of: "number" }
      : { kind: "list", of: { kind: "number" } },
  unit: "pure",
  elementwise: false,
  evaluate: constraintWeights,
  range,
  monotone: ["?", "-"],
  examples: [
    { expression: "constraint_weights([0, 0])", value: [1 / 3, 1 / 3], tolerance: 1e-12 },
    { expression: "constraint_weights([1000, 0], main: 999)", value: [0.731059, 0], tolerance: 5e-5 },
  ],
  source: "Roy et al., Direct Behavior Specification via Constrained Reinforcement Learning, 2022; by recollection",
};
