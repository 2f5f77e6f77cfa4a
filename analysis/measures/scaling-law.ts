// Scaling laws of over-optimisation: gold as a function of the distance from the starting policy. It must not know how d was measured.
//
// Formula: best-of-n R(d) = d·(α − β·d), so d* = α / 2β and R* = α² / 4β; reinforcement learning R(d) = d·(α − β·ln d), so
// d* = e^(α/β − 1) and R* = β·d*. d = √KL in √nat, R counted from the starting policy (R(0) = 0).
// Needs: for a fit, at least two different distances above 0 and the gold gained there.
// Limits: extrapolation beyond the fitted distances is a guess; a direct-alignment run follows the second form.
// Source: Gao, Schulman, Hilton, Scaling Laws for Reward Model Overoptimization, 2023; Rafailov et al., 2024 (direct alignment).
import { areComparable, type Column } from "./columns.ts";

export type LawForm = "best_of_n" | "reinforcement";

export interface Optimum {
  distance: number;
  reward: number;
}

/** Where gold is highest over d ≥ 0, and how high. Both NaN where it has no maximum (β not above 0). */
export function optimumOf(form: LawForm, alpha: number, beta: number): Optimum {
  if (!(beta > 0) || !Number.isFinite(alpha)) return { distance: Number.NaN, reward: Number.NaN };
  if (form === "best_of_n") {
    const distance = Math.max(0, alpha / (2 * beta));
    return { distance, reward: distance * (alpha - beta * distance) };
  }
  const distance = Math.exp(alpha / beta - 1);
  return Number.isFinite(distance) ? { distance, reward: beta * distance } : { distance: Number.NaN, reward: Number.NaN };
}

/** Gold that the law predicts at a distance; NaN below 0. */
export function rewardAt(form: LawForm, alpha: number, beta: number, distance: number): number {
  if (!(distance >= 0)) return Number.NaN;
  return distance === 0 ? 0 : distance * (alpha - beta * bend(form, distance));
}

const bend = (form: LawForm, distance: number) => (form === "best_of_n" ? distance : Math.log(distance));

export interface Law {
  alpha: number;
  beta: number;
  /** Root of the mean squared residual, in the unit of gold. */
  error: number;
}

/** Least squares in α and β. Undefined where the distances do not tell the two apart, or one is negative. */
export function fitLaw(form: LawForm, distances: Column, gold: Column): Law | undefined {
  if (!areComparable(distances, gold) || distances.some((d) => d < 0)) return undefined;
  const rows = distances.map((d) => [d, d === 0 ? 0 : -d * bend(form, d)] as const);
  const sum = (of: (row: readonly [number, number], i: number) => number) =>
    rows.reduce((total, row, i) => total + of(row, i), 0);
  const [aa, ab, bb] = [sum(([a]) => a * a), sum(([a, b]) => a * b), sum(([, b]) => b * b)];
  const [ay, by] = [sum(([a], i) => a * gold[i]!), sum(([, b], i) => b * gold[i]!)];
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 1e-12 * aa * bb)) return undefined;
  const alpha = (ay * bb - by * ab) / determinant;
  const beta = (by * aa - ay * ab) / determinant;
  const error = Math.sqrt(sum(([a, b], i) => (alpha * a + beta * b - gold[i]!) ** 2) / rows.length);
  return { alpha, beta, error };
}
