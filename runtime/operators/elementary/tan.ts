// Tangent: record and value.
import { EVERYTHING, type Interval, liftRising } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Tangent of an angle in radians. */
export function tan(x: number): number {
  return Math.tan(x);
}

/** The branch of the tangent an angle lies on; undefined close to a pole. */
function branch(x: number): number | undefined {
  const turns = x / Math.PI + 0.5;
  const near = Math.abs(turns - Math.round(turns)) < 1e-9;
  return near || !(Math.abs(x) < 1e6) ? undefined : Math.floor(turns);
}

function onOneBranch(x: Interval): boolean {
  const low = branch(x.lo);
  return low !== undefined && low === branch(x.hi);
}

export const operator: Operator = {
  name: "tan",
  category: "elementary",
  summary: "The tangent of an angle.",
  doc: "`tan x = sin x / cos x` with `x` in radians. Unbounded near ±π/2: clip the angle or the result before paying it.",
  parameters: [{ name: "x", type: "number", doc: "An angle in radians." }],
  result: "number",
  unit: "pure",
  elementwise: true,
  evaluate: tan,
  range: ([x]) => (onOneBranch(x) ? liftRising(tan, x, { exactAt: [0] }) : EVERYTHING),
  monotone: ([x]) => [onOneBranch(x) ? "+" : "?"],
  print: ([x]) => `Math.tan(${x})`,
  examples: [{ expression: "tan(pi / 4)", value: 1, tolerance: 1e-12 }],
  source: "ECMAScript `Math.tan`",
};
