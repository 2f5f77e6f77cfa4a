// A task reward and an auxiliary one with learned weights: record and value.
import { addIntervals, type Interval, multiplyIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** offset + task_weight·task + auxiliary_weight·auxiliary. */
export function behaviourBlend(
  task: number,
  auxiliary: number,
  offset: number,
  taskWeight: number,
  auxiliaryWeight: number,
): number {
  return offset + taskWeight * task + auxiliaryWeight * auxiliary;
}

const along = (x: Interval): Monotone => (x.lo >= 0 ? "+" : x.hi <= 0 ? "-" : "?");

export const operator: Operator = {
  name: "behaviour_blend",
  category: "combining",
  summary: "A task reward and an auxiliary one, mixed by weights that an outer loop learns.",
  doc: "`φ₁(s, a) + φ₂(s)·task + φ₃(s)·auxiliary`, with `offset` φ₁ and the two weights φ₂ and φ₃. They and the discount are chosen by an outer loop that maximises the return of `task` alone, so a misleading auxiliary reward is turned down: declare them as signals `from trainer`. A task weight that is 0 everywhere leaves the task out, and is an error where it can be seen.",
  parameters: [
    { name: "task", type: "number", doc: "The reward that is meant." },
    { name: "auxiliary", type: "number", doc: "A designer's hint, in the same unit." },
    { name: "offset", type: "number", doc: "φ₁, in the same unit." },
    { name: "task_weight", type: "number", pure: true, doc: "φ₂, a pure number." },
    { name: "auxiliary_weight", type: "number", pure: true, doc: "φ₃, a pure number." },
  ],
  result: "number",
  resultType: (_, constants) =>
    constants[3] === 0
      ? { problem: "'behaviour_blend' has a 'task_weight' of 0, so the task has no part in the reward." }
      : { kind: "number" },
  unit: "same",
  elementwise: true,
  evaluate: behaviourBlend,
  range: ([task, auxiliary, offset, taskWeight, auxiliaryWeight]) =>
    addIntervals(addIntervals(offset, multiplyIntervals(taskWeight, task)), multiplyIntervals(auxiliaryWeight, auxiliary)),
  monotone: ([task, auxiliary, , taskWeight, auxiliaryWeight]) => [
    along(taskWeight),
    along(auxiliaryWeight),
    "+",
    along(task),
    along(auxiliary),
  ],
  examples: [{ expression: "behaviour_blend(1, 2, 0.1, 0.5, 0.2)", value: 1, tolerance: 1e-12 }],
  source: "Gupta et al., Behavior Alignment via Reward Function Optimization (BARFI), 2023; by recollection",
};
