// How a sample compares with the others of its group: record and value.
import { hull, type Interval, multiplyIntervals, point, subtractIntervals } from "../../interval.ts";
import { raise } from "../../rounding.ts";
import { ANY_COUNT, meanInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";

/**
 * Advantage of R, which is one of `group`. NaN where it is not one of them, where anything is NaN, and where the kind has no
 * value: `grpo` of n ≤ ddof samples, `rloo` of one. 0 for `grpo` where all samples are equal.
 */
export function groupAdv(R: number, group: ArrayLike<number>, kind = "grpo", ddof = 0, eps = 1e-8, temperature = 1): number {
  const n = group.length;
  let sum = 0;
  let most = Number.NEGATIVE_INFINITY;
  let others = 0;
  let found = 0;
  for (let i = 0; i < n; i++) {
    sum += group[i];
    most = Math.max(most, group[i]);
    if (group[i] === R && found === 0) found = 1;
    else others += group[i];
  }
  if (found === 0 || !(eps >= 0) || !(temperature > 0) || !(n > 0) || Number.isNaN(sum + ddof)) return Number.NaN;
  if (kind === "dr_grpo") return R - sum / n;
  if (kind === "rloo") return n > 1 ? R - others / (n - 1) : Number.NaN;
  if (kind === "logavgexp") return R - logAverageExp(group, most, temperature);
  if (n <= ddof) return Number.NaN;
  let squares = 0;
  let same = true;
  for (let i = 0; i < n; i++) {
    squares += (group[i] - sum / n) ** 2;
    if (group[i] !== R) same = false;
  }
  return same || squares === 0 ? 0 : (R - sum / n) / (Math.sqrt(squares / (n - ddof)) + eps);
}

/** T·log of the mean of e^(x/T), between the smallest and the largest, `most`. */
export function logAverageExp(values: ArrayLike<number>, most: number, temperature: number): number {
  let total = 0;
  let least = most;
  for (let i = 0; i < values.length; i++) {
    total += Math.exp((values[i] - most) / temperature);
    least = Math.min(least, values[i]);
  }
  return Math.max(least, Math.min(most, most + temperature * Math.log(total / values.length)));
}

const kinds = ["grpo", "dr_grpo", "rloo", "logavgexp"];

/** No sample lies further from the mean than √n standard deviations. */
function range(args: Interval[], [, , kind]: (string | undefined)[], counts?: readonly (Interval | undefined)[]): Interval {
  const [R, group] = args;
  const count = counts?.[1] ?? ANY_COUNT;
  const most = Math.max(1, count.hi);
  const farthest = raise(Math.sqrt(most), 16 + most);
  const deviation = { lo: -farthest, hi: farthest };
  if (kind === "grpo" || Number.isNaN(farthest)) return most === 1 ? point(0) : deviation;
  const baseline = kind === "logavgexp" ? group : meanInterval(group, { lo: 1, hi: most });
  return hull(subtractIntervals(R, baseline), point(0));
}

/** Kinds compare in different units, so the values are pure numbers. */
export const operator: Operator = {
  name: "group_adv",
  category: "credit",
  summary: "How much better a sample is than the others of its group.",
  doc: `Of the samples of one prompt, with mean μ and standard deviation σ:

| kind | value |
|---|---|
| \`grpo\` | (R − μ)/(σ + eps); 0 where all are equal |
| \`dr_grpo\` | R − μ |
| \`rloo\` | R − mean of the others; missing for a single sample |
| \`logavgexp\` | R − T·ln(mean of e^(R/T)) |

Written \`group_adv(x, kind: "grpo")\` it compares an episode's \`x\` with that of every sample of its group, and is known per group; \`group:\` gives the values by hand, of which \`R\` is one. \`grpo\` forgets how far apart the samples are: a group that differs by 0.001 gets the same advantages as one that differs by 1. A group of one gives 0 (\`rloo\`, and \`grpo\` with \`ddof: 1\`: missing). Where a sample's value is missing so are all.`,
  parameters: [
    { name: "R", type: "number", doc: "Value of the sample, known when its episode has ended." },
    {
      name: "group",
      type: "values",
      collected: true,
      doc: "Values of all samples of the group; left out, those of the group's samples.",
    },
    { name: "kind", type: "option", default: "grpo", options: kinds, constant: true, doc: "What it is compared with." },
    { name: "ddof", type: "count", default: 0, constant: true, doc: "σ divides by n − ddof; only for `grpo`." },
    { name: "eps", type: "number", default: 1e-8, constant: true, doc: "Added to σ; only for `grpo`." },
    { name: "temperature", type: "number", default: 1, constant: true, doc: "T, positive; only for `logavgexp`." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  evaluate: groupAdv,
  range,
  monotone: ["+", "?", "0", "?", "?", "?"],
  examples: [
    { expression: "group_adv(1, group: [1, 0, 0, 0])", value: 1.732051, tolerance: 5e-5 },
    { expression: "group_adv(0, group: [1, 0, 0, 0])", value: -0.57735, tolerance: 5e-5 },
    { expression: "group_adv(1, group: [1, 0, 0, 0], ddof: 1)", value: 1.5, tolerance: 5e-5 },
    { expression: "group_adv(0, group: [0.001, 0, 0, 0], ddof: 1)", value: -0.5, tolerance: 5e-5 },
    { expression: 'group_adv(0, group: [1, 0, 0, 0], kind: "rloo")', value: -0.333333, tolerance: 5e-5 },
    { expression: 'group_adv(0, group: [1, 0, 0, 0], kind: "logavgexp")', value: -0.357374, tolerance: 5e-5 },
    { expression: "group_adv(2, group: [2, 2, 2])", value: 0 },
  ],
  source:
    "GRPO (Shao et al., 2024), Dr. GRPO (Liu et al., 2025), RLOO (Ahmadian et al., 2024); log-average-exp as in the code of R³L",
};

/** Value and group times a factor, for operators that pay multiples of the difference to the mean. */
export function scaledDeviation(R: Interval, group: Interval, count: Interval, factor: Interval): Interval {
  const mean = hull(meanInterval(group, { lo: 1, hi: Math.max(1, count.hi) }), point(0));
  const difference = subtractIntervals(R, mean);
  return hull(difference, multiplyIntervals(factor, difference));
}
