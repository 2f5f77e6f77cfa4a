// Arc cosine: record and value.
import { type Interval, liftFalling, meet } from "../../interval.ts";
import type { Operator } from "../operator.ts";

const codomain: Interval = { lo: 0, hi: Math.PI };

/** Arc cosine; NaN outside −1..1. */
export function acos(x: number): number {
  return Math.acos(x);
}

function range([x]: Interval[]): Interval {
  const domain = meet(x, { lo: -1, hi: 1 });
  return domain === undefined ? codomain : liftFalling(acos, domain, { codomain, exactAt: [1] });
}

export const operator: Operator = {
  name: "acos",
  category: "elementary",
  summary: "The angle whose cosine is x.",
  doc: "`arccos x` in 0..π. Cannot be computed outside −1..1; `clip` a value that rounding may push out.",
  parameters: [{ name: "x", type: "number", doc: "A pure number in -1..1." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: acos,
  range,
  monotone: ["-"],
  print: ([x]) => `Math.acos(${x})`,
  examples: [{ expression: "acos(0)", value: 1.5707963267948966, tolerance: 1e-12 }],
  source: "ECMAScript `Math.acos`",
};
