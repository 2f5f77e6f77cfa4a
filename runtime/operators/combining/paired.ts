// What operators share that pair the elements of several vectors. Not an operator; it must not know which one asks.
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";

const sizeOf = (type: ValueType | undefined) => (type?.kind === "vector" ? type.size : undefined);

/** What does not fit: two vectors of different length among the first arguments. */
export function lengthProblem(types: readonly ValueType[], names: readonly string[]): { problem: string } | undefined {
  const [first, ...others] = names.flatMap((name, i) => {
    const size = sizeOf(types[i]);
    return size === undefined ? [] : [{ name, size }];
  });
  const other = others.find(({ size }) => size !== first?.size);
  if (first === undefined || other === undefined) return undefined;
  return {
    problem: `'${first.name}' has ${first.size} elements and '${other.name}' has ${other.size}, but they belong in pairs.`,
  };
}

/** One number out of paired vectors. */
export function numberOfPairs(...names: string[]): NonNullable<Operator["resultType"]> {
  return (types) => lengthProblem(types, names) ?? { kind: "number" };
}

/** As many numbers as there are pairs. */
export function numbersOfPairs(...names: string[]): NonNullable<Operator["resultType"]> {
  return (types) => {
    const vector = types.slice(0, names.length).find(({ kind }) => kind === "vector");
    const problem = lengthProblem(types, names);
    if (problem !== undefined) return problem;
    return vector?.kind === "vector"
      ? { kind: "vector", size: vector.size, of: "number" }
      : { kind: "list", of: { kind: "number" } };
  };
}
