// The places of a list: record and value.
import type { Interval } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 0, 1, … up to the last place. */
export function indices(xs: ArrayLike<unknown>): number[] {
  return Array.from({ length: xs.length }, (_, i) => i);
}

function range(_args: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  return { lo: 0, hi: Math.max(0, (counts?.[0]?.hi ?? Number.POSITIVE_INFINITY) - 1) };
}

export const operator: Operator = {
  name: "indices",
  category: "list",
  summary: "The numbers of the elements, counted from 0.",
  doc: "`0, 1, … length(xs) - 1`; empty of an empty list. `for i in indices(xs)` goes over the places instead of the elements.",
  parameters: [{ name: "xs", type: "list", doc: "A vector or a list of anything." }],
  result: "list of number",
  resultType: ([xs]) =>
    xs.kind === "vector" && xs.size > 0
      ? { kind: "vector", size: xs.size, of: "number" }
      : { kind: "list", of: { kind: "number" } },
  unit: "none",
  elementwise: false,
  evaluate: indices,
  range,
  monotone: ["?"],
  examples: [{ expression: 'indices(["a", "b", "c"])', value: [0, 1, 2] }],
  source: "Python `range(len(xs))`",
};
