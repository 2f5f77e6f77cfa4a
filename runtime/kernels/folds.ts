// Folds of the frequent reductions, over numbers `from`, `from + stride`, … below `to`. A test compares them with the records.

export type Fold = (values: Float64Array, from: number, to: number, stride: number) => number;

function sum(values: Float64Array, from: number, to: number, stride: number): number {
  let total = 0;
  for (let i = from; i < to; i += stride) total += values[i];
  return total;
}

function mean(values: Float64Array, from: number, to: number, stride: number): number {
  return sum(values, from, to, stride) / Math.max(0, Math.ceil((to - from) / stride));
}

function min(values: Float64Array, from: number, to: number, stride: number): number {
  let found = from < to ? values[from] : Number.NaN;
  for (let i = from + stride; i < to; i += stride) found = Math.min(found, values[i]);
  return found;
}

function max(values: Float64Array, from: number, to: number, stride: number): number {
  let found = from < to ? values[from] : Number.NaN;
  for (let i = from + stride; i < to; i += stride) found = Math.max(found, values[i]);
  return found;
}

function any(values: Float64Array, from: number, to: number, stride: number): number {
  let found = 0;
  for (let i = from; i < to; i += stride) {
    if (values[i] === 1) return 1;
    if (values[i] !== 0) found = Number.NaN;
  }
  return found;
}

function all(values: Float64Array, from: number, to: number, stride: number): number {
  let found = 1;
  for (let i = from; i < to; i += stride) {
    if (values[i] === 0) return 0;
    if (values[i] !== 1) found = Number.NaN;
  }
  return found;
}

/** By operator name. */
export const folds: ReadonlyMap<string, Fold> = new Map([
  ["sum", sum],
  ["mean", mean],
  ["min", min],
  ["max", max],
  ["any", any],
  ["all", all],
  ["count", sum],
]);
