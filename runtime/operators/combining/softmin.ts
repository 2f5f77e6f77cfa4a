// A smooth minimum of an ensemble: record and value.
import type { Operator } from "../operator.ts";

/** −β·log(mean e^(−xᵢ/β)), between the smallest and the largest; NaN over nothing or for β that is not positive and finite. */
export function softmin(xs: ArrayLike<number>, beta: number): number {
  if (!(xs.length > 0 && beta > 0 && beta < Infinity)) return NaN;
  let lowest = xs[0];
  let highest = xs[0];
  for (let i = 1; i < xs.length; i++) {
    lowest = Math.min(lowest, xs[i]);
    highest = Math.max(highest, xs[i]);
  }
  let shortfall = 0;
  for (let i = 0; i < xs.length; i++) shortfall += Math.expm1((lowest - xs[i]) / beta);
  return Math.min(lowest - beta * Math.log1p(shortfall / xs.length), highest);
}

export const operator: Operator = {
  name: "softmin",
  category: "combining",
  summary: "A smooth minimum over the scores of an ensemble, between their mean and their minimum.",
  doc: "`−β·log(mean e^(−xᵢ/β))`: the minimum as β → 0, the mean as β → ∞, in between about `mean − var / (2β)`. The recommended way to combine an ensemble: like `uwo` it charges disagreement, but it rises with every member, so no member is paid for being worse. Never outside of the members. Computed so that it neither overflows nor loses digits. Missing over nothing and where β is not positive.",
  parameters: [
    { name: "xs", type: "values", doc: "The scores of the members: a vector, a list, or a value `over` an ensemble or a group." },
    {
      name: "beta",
      type: "number",
      doc: "β, positive, in the unit of the scores: a disagreement much below it hardly counts.",
    },
  ],
  result: "number",
  unit: "same",
  elementwise: false,
  reduce: softmin,
  reduceRange: (element) => element,
  monotone: ["+", "+"],
  examples: [
    { expression: "softmin([2, 1, 0], beta: 1)", value: 0.691006, tolerance: 5e-5 },
    { expression: "softmin([2, 1, 0], beta: 100)", value: 0.996667, tolerance: 5e-5 },
    { expression: "softmin([2, 1, 0], beta: 0.05)", value: 0.054931, tolerance: 5e-5 },
  ],
  source: "arXiv 2606.09073 (unifies the worst case and the uncertainty-weighted mean)",
};
