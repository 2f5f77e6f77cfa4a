// Kernels that call a function with the values of one row at a time: texts, lists, whole vectors, and operators without a loop
// of their own. It must not know which function.
import type { ValueType } from "../program.ts";
import type { Kernel, Wiring } from "./kernel.ts";

export type Read = (row: number) => unknown;
export type Call = (...values: never[]) => unknown;

/** How deep a type's values are nested: 0 for numbers and texts, 1 for vectors and lists of them. */
export function depthOf(type: ValueType): number {
  if (type.kind === "list") return 1 + depthOf(type.of);
  return type.kind === "vector" ? 1 : 0;
}

/**
 * Applies a function element by element. `depths` tells how deep each argument is nested where it is to be taken apart; less
 * deep ones are the same for every element. Missing where an argument is, or where lengths differ.
 */
export function lift(call: Call, depths: readonly number[]): (...values: unknown[]) => unknown {
  const deepest = Math.max(...depths);
  if (deepest <= 0) return call as (...values: unknown[]) => unknown;
  const inner = lift(
    call,
    depths.map((depth) => (depth === deepest ? depth - 1 : depth)),
  );
  return (...values) => {
    let size = -1;
    for (let k = 0; k < depths.length; k++) {
      if (depths[k] !== deepest) continue;
      const value = values[k];
      if (!Array.isArray(value) || (size >= 0 && value.length !== size)) return null;
      size = value.length;
    }
    const results: unknown[] = [];
    for (let i = 0; i < size; i++) {
      results.push(inner(...values.map((value, k) => (depths[k] === deepest ? (value as unknown[])[i] : value))));
    }
    return results;
  };
}

/** One call per row; fixed numbers of arguments save an array per row. */
function caller(readers: Read[], call: Call): Read {
  const f = call as (...values: unknown[]) => unknown;
  const [a, b, c] = readers;
  if (readers.length === 1) return (row) => f(a(row));
  if (readers.length === 2) return (row) => f(a(row), b(row));
  if (readers.length === 3) return (row) => f(a(row), b(row), c(row));
  return (row) => f(...readers.map((read) => read(row)));
}

/** A kernel whose results are texts or lists; missing is null. */
export function writeItems(readers: Read[], call: Call, wiring: Wiring): Kernel {
  const { out } = wiring;
  const value = caller(readers, call);
  return (from, to) => {
    for (let row = from; row < to; row++) out.items[row] = value(row) ?? null;
  };
}

/** A kernel whose results are numbers, conditions or vectors; missing is NaN. */
export function writeNumbers(readers: Read[], call: Call, wiring: Wiring): Kernel {
  const { out } = wiring;
  const stride = out.stride;
  const value = caller(readers, call);
  if (wiring.node.type.kind === "vector") {
    return (from, to) => {
      for (let row = from; row < to; row++) {
        const result = value(row);
        const whole = Array.isArray(result) && result.length === stride;
        for (let k = 0; k < stride; k++) out.data[row * stride + k] = whole ? toNumber(result[k]) : Number.NaN;
      }
    };
  }
  return (from, to) => {
    const data = out.data;
    for (let row = from; row < to; row++) data[row] = toNumber(value(row));
  };
}

function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "boolean" ? Number(value) : Number.NaN;
}

/** One or the other, whichever fits what the node yields. */
export function writeRows(readers: Read[], call: Call, wiring: Wiring): Kernel {
  return wiring.out.stride > 0 ? writeNumbers(readers, call, wiring) : writeItems(readers, call, wiring);
}
