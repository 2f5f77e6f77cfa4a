// A reward-model score as the share of reference answers it beats: record and value.
import { type Interval, liftRising, meet, multiplyIntervals, point, subtractIntervals, TRUTH } from "../../interval.ts";
import { ANY_COUNT, meanInterval } from "../../sum-interval.ts";
import { sigmoid } from "../bounding/sigmoid.ts";
import type { Monotone, Operator } from "../operator.ts";

/** Mean of σ(k·(r − ref)) over the finite references; NaN where there is none. */
export function par(r: number, refs: ArrayLike<number>, k = 1): number {
  let total = 0;
  let used = 0;
  for (let i = 0; i < refs.length; i++) {
    if (!Number.isFinite(refs[i])) continue;
    total += sigmoid(r - refs[i], k);
    used += 1;
  }
  return total / used;
}

function range([r, refs, k = point(1)]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const z = multiplyIntervals(k, subtractIntervals(r, refs));
  const single = liftRising((at) => sigmoid(at), z, { codomain: TRUTH, exactAt: [0], ulps: 6 });
  return meet(meanInterval(single, counts?.[1] ?? ANY_COUNT), TRUTH) ?? TRUTH;
}

function monotone([, , k = point(1)]: Interval[]): Monotone[] {
  return [k.lo >= 0 ? "+" : "?", k.lo >= 0 ? "-" : "?", "?"];
}

export const operator: Operator = {
  name: "par",
  category: "combining",
  summary: "Preference as reward: how clearly a score beats those of reference answers, in 0..1.",
  doc: "`(1/M)·Σ σ(k·(r − refₘ))` over M reference scores: the mean probability, by the reward model itself, that this answer is preferred to a reference. Bounded, steepest near the references, flat where the score is far above them, so that an inflated score earns little. The references must be frozen scores of answers to the same prompt. A reference that is not finite is left out; with none left the value is missing. One reference is enough.",
  parameters: [
    { name: "r", type: "number", doc: "Score of the answer." },
    { name: "refs", type: "values", doc: "Scores of the reference answers to the same prompt." },
    { name: "k", type: "number", default: 1, pure: true, doc: "Steepness, positive." },
  ],
  result: "number",
  unit: "pure",
  elementwise: false,
  evaluate: par,
  range,
  monotone,
  examples: [
    { expression: "par(2, [0, 1, 2])", value: 0.703952, tolerance: 5e-5 },
    { expression: "par(1, [1])", value: 0.5 },
  ],
  source: "Fu et al., Reward Shaping to Mitigate Reward Hacking in RLHF, 2025 (PAR; 10 references, k = 1)",
};
