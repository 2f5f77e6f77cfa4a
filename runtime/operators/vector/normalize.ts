// A vector of length 1 in the same direction: record and value.
import { absInterval, divideIntervals, type Interval, meet, rootInterval, squareInterval, widen } from "../../interval.ts";
import { ANY_COUNT, sumInterval } from "../../sum-interval.ts";
import type { Operator } from "../operator.ts";
import { norm } from "./norm.ts";

/** v / |v|, also where v² is too large or too small for a double; NaN for the zero vector and for what is not finite. */
export function normalize(v: ArrayLike<number>): number[] {
  const values = Array.from(v);
  const plain = norm(values);
  if (plain > 1e-150 && plain < 1e150) return values.map((x) => x / plain);
  const largest = Math.max(...values.map(Math.abs));
  if (!(largest > 0 && largest < Infinity)) return values.map(() => NaN);
  const scaled = values.map((x) => x / largest);
  const length = norm(scaled);
  return scaled.map((x) => x / length);
}

/** At most ±1, up to rounding; closer where the components cannot cancel. */
function range([v]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval {
  const unit = widen({ lo: v.lo >= 0 ? 0 : -1, hi: v.hi <= 0 ? 0 : 1 }, 8);
  if (!(v.lo > 1e-100 && v.hi < 1e100)) return { lo: v.lo >= 0 ? 0 : unit.lo, hi: v.hi <= 0 ? 0 : unit.hi };
  const size = rootInterval(sumInterval(squareInterval(absInterval(v)), counts?.[0] ?? ANY_COUNT));
  const share = size.lo > 0 ? divideIntervals(v, size) : unit;
  return meet(unit, share) ?? unit;
}

export const operator: Operator = {
  name: "normalize",
  category: "vector",
  summary: "The vector of length 1 in the same direction.",
  doc: "`v / norm(v)`, component by component; a quaternion stays one. The zero vector has no direction: missing. Nothing is normalised unless this is called.",
  parameters: [{ name: "v", type: "values", doc: "A vector, a quaternion or a list of numbers." }],
  result: "as first",
  resultType: ([v]) => (v.kind === "vector" ? { ...v, of: "number" } : { kind: "list", of: { kind: "number" } }),
  unit: "ratio",
  elementwise: false,
  evaluate: normalize,
  range,
  monotone: ["?"],
  examples: [
    { expression: "normalize([3, 4])", value: [0.6, 0.8] },
    { expression: "normalize([0, 0, -2])", value: [0, 0, -1] },
  ],
  source: "Unit vector",
};
