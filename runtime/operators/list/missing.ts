// Whether a value is missing: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** 1 where there is no value, 0 where there is one; a vector is missing where a component is. */
export function missing(x: unknown): number {
  if (x === null || Number.isNaN(x)) return 1;
  return Array.isArray(x) && x.length > 0 && x.some((part) => Number.isNaN(part)) ? 1 : 0;
}

export const operator: Operator = {
  name: "missing",
  category: "list",
  summary: "Whether a value is missing or cannot be computed.",
  doc: "True for an absent `T?`, for an element that is not there, and for what cannot be computed, such as `0 / 0`; always true or false. A vector, or a list of numbers, is missing as soon as one of its numbers is. What was missing although its signal has no `?` is still reported.",
  parameters: [{ name: "x", type: "any", mayBeMissing: true, doc: "Any value, also one that may be missing." }],
  result: "bool",
  unit: "none",
  elementwise: false,
  evaluate: missing,
  range: () => TRUTH,
  monotone: ["?"],
  examples: [
    { expression: "missing(sqrt(-1))", value: true },
    { expression: "missing(0)", value: false },
  ],
  source: "pandas `isna`",
};
