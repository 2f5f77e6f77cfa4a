// Whether probabilities come true. It must not know what they are probabilities of.
//
// Formula: Brier = mean (p − y)²; gap = mean p − mean y; expected calibration error = Σ (n_b / n)·|mean p − mean y| over even bins.
// Needs: one probability and one outcome (0 or 1) per sample.
// Limits: the Brier score mixes calibration with sharpness; the error depends on the number of bins.
// Source: Brier, 1950; Naeini et al., 2015; calibrated rewards of CGPO (Xu et al., 2024) and HelpSteer2 (Wang et al., 2024).
import { areComparable, type Column, isShare, meanOf } from "./columns.ts";

const fits = (ps: Column, ys: Column) => areComparable(ps, ys) && ps.every(isShare) && ys.every((y) => y === 0 || y === 1);

/** 0 is perfect, 0.25 what a constant ½ gets; NaN where a probability or an outcome is none. */
export const brierScore = (ps: Column, ys: Column): number =>
  fits(ps, ys) ? meanOf(ps.map((p, i) => (p - ys[i]!) ** 2)) : Number.NaN;

/** Above 0 where too much is promised. NaN as above. */
export const calibrationGap = (ps: Column, ys: Column): number => (fits(ps, ys) ? meanOf(ps) - meanOf(ys) : Number.NaN);

export interface Bin {
  from: number;
  to: number;
  count: number;
  /** Means; NaN in an empty bin. */
  predicted: number;
  observed: number;
}

/** Even bins over 0..1, the last with its upper end. Undefined as above, or for fewer than one bin. */
export function reliability(ps: Column, ys: Column, bins = 10): Bin[] | undefined {
  if (!fits(ps, ys) || !Number.isInteger(bins) || bins < 1) return undefined;
  const binOf = (p: number) => Math.min(bins - 1, Math.floor(p * bins));
  return Array.from({ length: bins }, (_, b) => {
    const inside = ps.map((_, i) => i).filter((i) => binOf(ps[i]!) === b);
    const mean = (of: Column) => meanOf(inside.map((i) => of[i]!));
    return { from: b / bins, to: (b + 1) / bins, count: inside.length, predicted: mean(ps), observed: mean(ys) };
  });
}

/** 0 is perfect; NaN as above. */
export function calibrationError(ps: Column, ys: Column, bins = 10): number {
  const table = reliability(ps, ys, bins);
  if (table === undefined) return Number.NaN;
  const filled = table.filter(({ count }) => count > 0);
  return filled.reduce((sum, { count, predicted, observed }) => sum + (count / ps.length) * Math.abs(predicted - observed), 0);
}
