// A flat vector cut into vectors: record and value.
import type { Operator } from "../operator.ts";

/** Every n numbers together; null where they do not come out even. */
export function rows(v: ArrayLike<number>, n: number): number[][] | null {
  if (!Number.isInteger(n) || n < 1 || v.length % n !== 0) return null;
  return Array.from({ length: v.length / n }, (_, i) => Array.from({ length: n }, (__, k) => v[i * n + k]));
}

export const operator: Operator = {
  name: "rows",
  category: "vector",
  summary: "Cuts a flat vector or list into vectors of the same length.",
  doc: "`rows(v, 3)` puts every three numbers together: a `list of vector(3)`. For logs that keep points flat, `x y z x y z …`. A list that does not come out even is missing; a vector that does not is an error.",
  parameters: [
    { name: "v", type: "values", doc: "A vector or a list of numbers." },
    { name: "n", type: "count", constant: true, pure: true, doc: "Numbers in a row, a whole number from 1." },
  ],
  result: "list",
  resultType: ([v], [, n]) => {
    if (typeof n !== "number" || n < 1 || n > 4096)
      return { problem: "'rows' needs the length of a row, a whole number from 1 to 4096." };
    if (v.kind === "vector" && v.size % n !== 0) return { problem: `${v.size} numbers cannot be cut into rows of ${n}.` };
    const bool = v.kind === "vector" ? v.of === "bool" : v.kind === "list" && v.of.kind === "bool";
    return { kind: "list", of: { kind: "vector", size: n, of: bool ? "bool" : "number" } };
  },
  unit: "first",
  elementwise: false,
  evaluate: rows,
  range: ([v]) => v,
  monotone: ["?", "?"],
  examples: [
    {
      expression: "rows([1, 2, 3, 4], 2)",
      value: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  source: "NumPy `reshape(-1, n)`",
};
