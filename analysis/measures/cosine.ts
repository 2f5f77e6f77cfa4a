// How much two directions agree. It must not know whether they are gradients, features or anything else.
//
// Formula: a·b / (‖a‖‖b‖).
// Needs: two vectors of the same length, neither zero.
// Limits: below 0 a step along one undoes some of the other; how much depends on their lengths, which it leaves out.
// Source: conflict of objectives in Yu et al., Gradient Surgery, 2020, and in work on reward-adaptive conflict (RACO).
import { areComparable, type Column } from "./columns.ts";

/** Scalar product; NaN where lengths differ. */
export function dotOf(a: Column, b: Column): number {
  return a.length === b.length ? a.reduce((sum, x, i) => sum + x * b[i]!, 0) : Number.NaN;
}

/** Length of a vector, without overflow or underflow on the way. */
export function normOf(a: Column): number {
  const largest = a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return largest === 0 || !Number.isFinite(largest)
    ? largest
    : largest * Math.sqrt(a.reduce((sum, x) => sum + (x / largest) ** 2, 0));
}

/** −1..1; NaN where a vector is zero, empty or not finite, or the lengths differ. */
export function cosine(a: Column, b: Column): number {
  if (!areComparable(a, b)) return Number.NaN;
  const [ofA, ofB] = [normOf(a), normOf(b)];
  if (ofA === 0 || ofB === 0) return Number.NaN;
  const scaled = dotOf(
    a.map((x) => x / ofA),
    b.map((x) => x / ofB),
  );
  return Math.min(1, Math.max(-1, scaled));
}
