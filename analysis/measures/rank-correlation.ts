// Whether two columns put samples in the same order. It must not know what the columns mean.
//
// Formula: Spearman's ρ is Pearson's of the ranks, ties given the mean of their ranks; Kendall's τ_b =
// (concordant − discordant) / √((pairs − ties in x)(pairs − ties in y)), which is τ_a where nothing ties.
// Needs: two samples at the least; a column of one value has no order.
// Limits: τ looks at every pair, so it takes n² time.
// Source: Spearman 1904; Kendall 1945 (τ_b).
import { areComparable, type Column } from "./columns.ts";
import { pearson } from "./correlation.ts";

/** Ranks from 1, smallest first; equal values share the mean of their ranks. */
export function ranksOf(xs: Column): number[] {
  const order = xs.map((_, i) => i).sort((a, b) => xs[a]! - xs[b]!);
  const ranks: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && xs[order[to]!] === xs[order[from]!]) to++;
    const shared = (from + 1 + to) / 2;
    while (from < to) ranks[order[from++]!] = shared;
  }
  return ranks;
}

/** −1..1; NaN where a column is constant or not finite, or the lengths differ. */
export function spearman(xs: Column, ys: Column): number {
  return areComparable(xs, ys) ? pearson(ranksOf(xs), ranksOf(ys)) : Number.NaN;
}

/** τ_b, −1..1; NaN where a column is constant or not finite, or the lengths differ. */
export function kendall(xs: Column, ys: Column): number {
  if (!areComparable(xs, ys)) return Number.NaN;
  let [balance, inX, inY] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(xs[i]! - xs[j]!), Math.sign(ys[i]! - ys[j]!)];
      balance += dx * dy;
      inX += dx * dx;
      inY += dy * dy;
    }
  }
  return inX === 0 || inY === 0 ? Number.NaN : balance / (Math.sqrt(inX) * Math.sqrt(inY));
}
