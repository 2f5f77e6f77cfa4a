// The largest of several numbers: record and value.
import { type Interval, maxIntervals } from "../../interval.ts";
import type { Monotone, Operator } from "../operator.ts";

/** The largest of its arguments; NaN where one of them is. */
export function max(...values: number[]): number {
  return Math.max(...values);
}

/** The largest element; NaN over nothing, or where one of them is. */
export function maximum(values: ArrayLike<number>): number {
  let found = values.length > 0 ? values[0] : NaN;
  for (let i = 1; i < values.length; i++) found = Math.max(found, values[i]);
  return found;
}

/** An argument counts unless another one always wins. */
function monotone(args: Interval[]): Monotone[] {
  return args.map((x, i) => (args.some((other, j) => j !== i && other.lo >= x.hi) ? "0" : "+"));
}

export const operator: Operator = {
  name: "max",
  category: "reduction",
  summary: "The largest of several numbers, of a vector or list, or along an axis.",
  doc: "`max(a, b, …)` works element by element; `max(v)` and `max(x) over steps` give the largest value there is. Over nothing it is missing. The whole is as good as its best part, so one inflated score is enough.",
  parameters: [
    { name: "a", type: "number", doc: "A number, or the only argument: a vector, a list, or a value `over` an axis." },
    { name: "more", type: "number", variadic: true, doc: "Further numbers in the same unit." },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: max,
  reduce: maximum,
  range: (args) => maxIntervals(...args),
  reduceRange: (element) => element,
  monotone,
  print: (args) => `Math.max(${args.join(", ")})`,
  examples: [
    { expression: "max(3, 1, 2)", value: 3 },
    { expression: "max([0.5, 0.2])", value: 0.5 },
    { expression: "max(t) over steps", value: 3, steps: 4 },
  ],
  source: "ECMAScript `Math.max`",
};
