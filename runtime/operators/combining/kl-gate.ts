// A score that fades with the distance from the reference model: record and value.
import {
  divideIntervals,
  type Interval,
  maxIntervals,
  meet,
  minIntervals,
  multiplyIntervals,
  point,
  subtractIntervals,
} from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** clip(1 − logratio / kl_max, 0, cap)·r; NaN where kl_max is not positive or cap is negative. */
export function klGate(r: number, logratio: number, klMax: number, cap = 1): number {
  if (!(klMax > 0 && cap >= 0)) return NaN;
  return Math.min(Math.max(1 - logratio / klMax, 0), cap) * r;
}

function range([r, logratio, klMax, cap = point(1)]: Interval[]): Interval {
  const positive = { lo: 0, hi: Number.POSITIVE_INFINITY };
  const used = divideIntervals(logratio, meet(klMax, positive) ?? positive);
  const left = maxIntervals(subtractIntervals(point(1), used), point(0));
  return multiplyIntervals(minIntervals(left, meet(cap, positive) ?? positive), r);
}

function monotone([r, logratio]: Interval[]): Monotone[] {
  const sign = r.lo >= 0 ? 1 : r.hi <= 0 ? -1 : 0;
  const spent = logratio.lo >= 0 ? 1 : logratio.hi <= 0 ? -1 : 0;
  const signed = (direction: number): Monotone => (direction > 0 ? "+" : direction < 0 ? "-" : "?");
  return ["+", signed(-sign), signed(sign * spent), signed(sign)];
}

export const operator: Operator = {
  name: "kl_gate",
  category: "combining",
  summary: "A score that fades to 0 as the policy spends its distance from the reference model.",
  doc: "`clip(1 − logratio / kl_max, 0, cap)·r`, with `logratio = log π(a|s) − log π_ref(a|s)` of the answer: nothing is left from `kl_max` on. The form of the paper has no cap (`cap: inf`): there an answer *less* likely than under the reference has its score multiplied by more than 1, so improbable text is paid extra. The default cap of 1 takes that away. A negative score fades too, and a policy may run there. Missing where `kl_max` is not positive.",
  parameters: [
    { name: "r", type: "number", doc: "The score." },
    {
      name: "logratio",
      type: "number",
      doc: "Log-probability under the policy less that under the reference model, a pure number.",
    },
    { name: "kl_max", type: "number", doc: "Where nothing is left of the score, positive." },
    { name: "cap", type: "number", default: 1, doc: "The largest factor; `inf` for none." },
  ],
  result: "number",
  unit: "first",
  elementwise: true,
  evaluate: klGate,
  range,
  monotone,
  examples: [
    { expression: "kl_gate(0.8, 2, 8)", value: 0.6, tolerance: 1e-12 },
    { expression: "kl_gate(0.8, -4, 8, cap: inf)", value: 1.2, tolerance: 1e-12 },
    { expression: "kl_gate(0.8, -4, 8)", value: 0.8 },
    { expression: "kl_gate(0.8, 9, 8)", value: 0 },
  ],
  source: "Xu et al., The Perfect Blend (CGPO), 2024, equation 11; the cap is our own",
};
