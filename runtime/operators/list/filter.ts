// The elements of a list for which a condition holds: record and value.
import type { Operator } from "../operator.ts";

/** Elements beside a 1, in order; null where lengths differ or a condition cannot be evaluated. */
export function filter<T>(xs: ArrayLike<T>, keep: ArrayLike<number>): T[] | null {
  if (xs.length !== keep.length) return null;
  const kept: T[] = [];
  for (let i = 0; i < xs.length; i++) {
    if (keep[i] === 1) kept.push(xs[i]);
    else if (keep[i] !== 0) return null;
  }
  return kept;
}

export const operator: Operator = {
  name: "filter",
  category: "list",
  summary: "The elements of a vector or list for which a condition holds, as a list.",
  doc: "Keeps the elements of `xs` beside a true element of `keep`, in order. Missing where the two have different lengths or a condition cannot be evaluated. The same as `[x for x in xs where …]`.",
  parameters: [
    { name: "xs", type: "list", doc: "A vector or a list of anything." },
    { name: "keep", type: "list", doc: "One condition for each element." },
  ],
  result: "list",
  resultType: ([xs, keep]) => {
    const conditions = keep.kind === "vector" ? keep.of === "bool" : keep.kind === "list" && keep.of.kind === "bool";
    if (!conditions) return { problem: "'filter' needs one condition for each element, as in filter(xs, xs > 0)." };
    if (xs.kind === "vector" && keep.kind === "vector" && xs.size !== keep.size)
      return { problem: `'filter' is given ${xs.size} elements and ${keep.size} conditions.` };
    return xs.kind === "vector" ? { kind: "list", of: { kind: xs.of } } : xs;
  },
  unit: "first",
  elementwise: false,
  evaluate: filter,
  range: ([xs]) => xs,
  monotone: ["?", "?"],
  examples: [
    { expression: "filter([3, -1, 2], [true, false, true])", value: [3, 2] },
    { expression: 'filter(["a", "b"], [false, true])', value: ["b"] },
  ],
  source: "Python `itertools.compress`",
};
