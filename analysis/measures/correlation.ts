// Linear correlation, plain and with a third column held fixed. It must not know what the columns mean.
//
// Formula: ρ = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)²·Σ(y − ȳ)²); partial ρ_xy·z = (ρ_xy − ρ_xz·ρ_yz) / √((1 − ρ_xz²)(1 − ρ_yz²)).
// Needs: two samples at the least (three for a partial correlation), neither column constant.
// Limits: it sees straight lines only; one outlier can make or hide it, so show rank correlation beside it.
// Source: Pearson; Yule (partial correlation).
import { areComparable, type Column, isConstant, meanOf } from "./columns.ts";

/** −1..1; NaN where a column is constant, holds a number that is not finite, or the lengths differ. */
export function pearson(xs: Column, ys: Column): number {
  if (!areComparable(xs, ys) || isConstant(xs) || isConstant(ys)) return Number.NaN;
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [i, x] of xs.entries()) {
    const [dx, dy] = [x - mx, ys[i]! - my];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const rho = xy / (Math.sqrt(xx) * Math.sqrt(yy));
  return Math.min(1, Math.max(-1, rho));
}

/** Correlation of two columns among samples alike in a third. NaN as above, and where the third explains one of them wholly. */
export function partialCorrelation(xs: Column, ys: Column, given: Column): number {
  const [xy, xz, yz] = [pearson(xs, ys), pearson(xs, given), pearson(ys, given)];
  const left = (1 - xz * xz) * (1 - yz * yz);
  if (!(left > 1e-12)) return Number.NaN;
  return Math.min(1, Math.max(-1, (xy - xz * yz) / Math.sqrt(left)));
}
