// Arc sine: record and value.
import { type Interval, liftRising, meet } from "../../interval.ts";
import type { Operator } from "../operator.ts";

const codomain: Interval = { lo: -Math.PI / 2, hi: Math.PI / 2 };

/** Arc sine; NaN outside −1..1. */
export function asin(x: number): number {
  return Math.asin(x);
}

function range([x]: Interval[]): Interval {
  const domain = meet(x, { lo: -1, hi: 1 });
  return domain === undefined ? codomain : liftRising(asin, domain, { codomain, exactAt: [0] });
}

export const operator: Operator = {
  name: "asin",
  category: "elementary",
  summary: "The angle whose sine is x.",
  doc: "`arcsin x` in −π/2..π/2. Cannot be computed outside −1..1; `clip` a value that rounding may push out.",
  parameters: [{ name: "x", type: "number", doc: "A pure number in -1..1." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: asin,
  range,
  monotone: ["+"],
  print: ([x]) => `Math.asin(${x})`,
  examples: [{ expression: "asin(1)", value: 1.5707963267948966, tolerance: 1e-12 }],
  source: "ECMAScript `Math.asin`",
};
