// Amplified successes of a group: record and value.
import { hull, type Interval, point } from "../../interval.ts";
import { ANY_COUNT } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { scaledDeviation } from "./group-adv.ts";

/** A = R − mean of the group (of one sample: R), amplified where it is not negative; NaN where anything is. */
export function amplifyPositive(R: number, group: ArrayLike<number>, alpha = 3, best = 1, variant = "code"): number {
  let sum = 0;
  for (let i = 0; i < group.length; i++) sum += group[i];
  // 0 for one sample, unless its value is missing.
  const mean = group.length === 1 ? sum * 0 : sum / group.length;
  const A = R - mean;
  if (Number.isNaN(A + alpha + best)) return Number.NaN;
  if (R >= best) return variant === "code" ? 1 : alpha;
  return A >= 0 ? alpha * A : A;
}

function range(args: Interval[], options: (string | undefined)[], counts?: readonly (Interval | undefined)[]): Interval {
  const [R, group, alpha, best] = args;
  const differences = scaledDeviation(R, group, counts?.[1] ?? ANY_COUNT, alpha);
  if (R.hi < best.lo) return differences;
  return hull(differences, options[4] === "code" ? point(1) : alpha);
}

export const operator: Operator = {
  name: "amplify_positive",
  category: "credit",
  summary: "The difference to the mean of the group, with successes amplified.",
  doc: "With `A = R − mean(group)`: \n\n| variant | R ≥ best | A ≥ 0 | else |\n|---|---|---|---|\n| `code` | 1 | alpha·A | A |\n| `paper` | alpha | alpha·A | A |\n\nThe released code and the paper differ; name the one you mean. In a group of one the mean counts as 0. With `code`, a group of nothing but successes gives 1 to all, so there is no contrast, and just below `best` a sample can get more than at it. Written `amplify_positive(x)` it compares an episode's `x` with its group and is known per group; `group:` gives the values by hand.",
  parameters: [
    { name: "R", type: "number", doc: "Value of the sample, known when its episode has ended." },
    {
      name: "group",
      type: "values",
      collected: true,
      doc: "Values of all samples of the group; left out, those of the group's samples.",
    },
    { name: "alpha", type: "number", default: 3, doc: "Factor for what is above the mean." },
    { name: "best", type: "number", default: 1, doc: "From this value on a sample is a full success." },
    { name: "variant", type: "option", default: "code", options: ["code", "paper"], constant: true, doc: "Whose rule." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  evaluate: amplifyPositive,
  range,
  monotone: ["?", "?", "?", "?"],
  examples: [
    { expression: "amplify_positive(1, group: [1, 0, 0, 0])", value: 1 },
    { expression: "amplify_positive(0, group: [1, 0, 0, 0])", value: -0.25 },
    { expression: 'amplify_positive(1, group: [1, 0, 0, 0], variant: "paper")', value: 3 },
    { expression: 'amplify_positive(0, group: [1, 0, 0, 0], variant: "paper")', value: -0.25 },
    { expression: "amplify_positive(0.5, group: [0.5, 0, 0, 0])", value: 1.125 },
    { expression: "amplify_positive(0, group: [0.5, 0, 0, 0])", value: -0.125 },
    { expression: "amplify_positive(1, group: [1, 1, 1, 1])", value: 1 },
  ],
  source: "R³L, 2026: `code` as released, `paper` as documented",
};
