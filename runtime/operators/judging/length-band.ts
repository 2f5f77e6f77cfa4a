// A value for each band of lengths: record and value.
import { hull, type Interval } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";

/** values[i] where edges[i] ≤ n ≤ edges[i + 1], the greater where two bands share an edge, else `outside`. */
export function lengthBand(n: number, edges: ArrayLike<number>, values: ArrayLike<number>, outside = 0): number {
  if (edges.length !== values.length + 1 || Number.isNaN(n + outside)) return Number.NaN;
  let found = outside;
  let inside = false;
  for (let i = 0; i < values.length; i++) {
    if (!(edges[i] <= edges[i + 1]) || Number.isNaN(values[i])) return Number.NaN;
    if (edges[i] <= n && n <= edges[i + 1]) {
      found = inside ? Math.max(found, values[i]) : values[i];
      inside = true;
    }
  }
  return found;
}

const NUMBER: ValueType = { kind: "number" };

function resultType([, edges, values]: readonly ValueType[]): ValueType | { problem: string } {
  if (edges?.kind !== "vector" || values?.kind !== "vector" || edges.size === values.size + 1) return NUMBER;
  const problem = `'length_band' needs one edge more than values, one value per band, but there are ${edges.size} edges and ${values.size} values.`;
  return { problem };
}

const range = ([, , values, outside]: Interval[]): Interval => hull(values, outside);

export const operator: Operator = {
  name: "length_band",
  category: "judging",
  summary: "A fixed value for each band that a length falls into.",
  doc: "`edges` cut the line into bands, `values` gives one value for each: with the edges 4, 6, 11, 13 and the values 0.5, 1, 0.5 a length from 6 to 11 gives 1, one from 4 to 6 or 11 to 13 gives 0.5, any other `outside`. Both ends of each band belong to it; on an edge that two bands share the greater value counts, so 6 and 11 give 1. Edges must not fall, and there is one more than values; else nothing can be computed. It jumps at the edges: `tolerance` is smooth.",
  parameters: [
    { name: "n", type: "number", doc: "The length." },
    { name: "edges", type: "values", doc: "Ends of the bands, rising, in the unit of the length." },
    { name: "values", type: "values", pure: true, doc: "One value per band." },
    { name: "outside", type: "number", default: 0, pure: true, doc: "Value below the first and above the last edge." },
  ],
  result: "number",
  resultType,
  unit: "ratio",
  elementwise: true,
  evaluate: lengthBand,
  range,
  monotone: ["?", "?", "+", "+"],
  examples: [
    {
      expression: "length_band([3, 4, 6, 8, 11, 12, 13, 14], [4, 6, 11, 13], [0.5, 1, 0.5])",
      value: [0, 0.5, 1, 1, 1, 0.5, 0.5, 0],
    },
  ],
  source:
    "RecGPT-V2 Technical Report, 2025: length bands of its summaries; edges included as published, greater value on a shared edge",
};
