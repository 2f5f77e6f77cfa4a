// The smallest of several numbers: record and value.
import { type Interval, minIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** The smallest of its arguments; NaN where one of them is. */
export function min(...values: number[]): number {
  return Math.min(...values);
}

/** The smallest element; NaN over nothing, or where one of them is. */
export function minimum(values: ArrayLike<number>): number {
  let found = values.length > 0 ? values[0] : NaN;
  for (let i = 1; i < values.length; i++) found = Math.min(found, values[i]);
  return found;
}

/** An argument counts unless another one always wins. */
function monotone(args: Interval[]): Monotone[] {
  return args.map((x, i) => (args.some((other, j) => j !== i && other.hi <= x.lo) ? "0" : "+"));
}

export const operator: Operator = {
  name: "min",
  category: "reduction",
  summary: "The smallest of several numbers, of a vector or list, or along an axis.",
  doc: "`min(a, b, …)` works element by element; `min(v)` and `min(x) over steps` give the smallest value there is. Over nothing it is missing. A safe way to combine scores: the whole is as good as its weakest part.",
  parameters: [
    { name: "a", type: "number", doc: "A number, or the only argument: a vector, a list, or a value `over` an axis." },
    { name: "more", type: "number", variadic: true, doc: "Further numbers in the same unit." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: min,
  reduce: minimum,
  range: (args) => minIntervals(...args),
  reduceRange: (element) => element,
  monotone,
  print: (args) => `Math.min(${args.join(", ")})`,
  examples: [
    { expression: "min(3, 1, 2)", value: 1 },
    { expression: "min([0.5, 0.2])", value: 0.2 },
    { expression: "min(t) over steps", value: 0, steps: 4 },
  ],
  source: "ECMAScript `Math.min`",
};
