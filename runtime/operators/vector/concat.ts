// Vectors or lists one after the other: record and value.
import { hull } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";

/** All elements, in order. */
export function concat<T>(...parts: ArrayLike<T>[]): T[] {
  return parts.flatMap((part) => Array.from(part));
}

function elementOf(type: ValueType): ValueType {
  if (type.kind === "vector") return { kind: type.of };
  return type.kind === "list" ? type.of : type;
}

/** What both kinds of element are; undefined where one list cannot hold them. */
function joinElements(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind === "text" && b.kind === "text") return { kind: "text" };
  if (a.kind === "list" && b.kind === "list") {
    const of = joinElements(a.of, b.of);
    return of && { kind: "list", of };
  }
  if (a.kind === "vector" && b.kind === "vector") return a.size === b.size && a.order === b.order ? a : undefined;
  if (a.kind === b.kind) return a;
  const numbers = [a, b].every(({ kind }) => kind === "number" || kind === "bool");
  return numbers ? { kind: "number" } : undefined;
}

function typeOf(types: readonly ValueType[]): ValueType | { problem: string } {
  const filled = types.filter((type) => type.kind !== "vector" || type.size > 0);
  const of = filled
    .map(elementOf)
    .reduce<ValueType | undefined>((a, b) => a && joinElements(a, b), filled[0] && elementOf(filled[0]));
  if (filled.length > 0 && of === undefined) return { problem: "'concat' needs parts with elements of the same kind." };
  const size = types.reduce((sum, type) => sum + (type.kind === "vector" ? type.size : NaN), 0);
  if (size >= 1 && size <= 4096 && (of?.kind === "number" || of?.kind === "bool")) return { kind: "vector", size, of: of.kind };
  return { kind: "list", of: of ?? { kind: "number" } };
}

export const operator: Operator = {
  name: "concat",
  category: "vector",
  summary: "Vectors or lists one after the other.",
  doc: "Vectors of n and m numbers give a `vector(n + m)`; as soon as one part is a list, the result is a list. Texts join with `+`.",
  parameters: [
    { name: "a", type: "list", doc: "A vector or a list." },
    { name: "more", type: "list", variadic: true, doc: "Further ones, with elements of the same kind and unit." },
  ],
  result: "list",
  resultType: typeOf,
  unit: "same",
  elementwise: false,
  evaluate: concat,
  range: (parts) => hull(...parts),
  monotone: ["?", "?"],
  examples: [
    { expression: "concat([1, 2], [3])", value: [1, 2, 3] },
    { expression: 'concat(["a"], ["b"], ["c"])', value: ["a", "b", "c"] },
  ],
  source: "NumPy `concatenate`",
};
