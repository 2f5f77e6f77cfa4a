// Whether the scores of a rubric still tell answers apart. It must not know the rubric.
//
// Formula: saturation = share of scores at the maximum; normalised entropy = −Σ pₖ ln pₖ / ln(levels) over the scores that occur.
// Needs: scores on a scale with a fixed number of levels, say 0 … 5 with six.
// Limits: entropy does not see order, so [0, 5] and [2, 3] are alike; both say nothing about whether scores are right.
// Source: Meta Policy Optimization (Kim et al., 2025); RM-R1 (Chen et al., 2025); the thresholds are those of A-38.
import type { Column } from "./columns.ts";

/** Share of scores at `most` or above, 0..1; NaN of nothing. */
export function saturation(scores: Column, most: number): number {
  return scores.length === 0 ? Number.NaN : scores.filter((score) => score >= most).length / scores.length;
}

/** 0 where all scores are the same, 1 where every level is equally frequent; NaN of nothing or below two levels. */
export function normalisedEntropy(scores: Column, levels: number): number {
  if (scores.length === 0 || !(levels >= 2)) return Number.NaN;
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  if (counts.size > levels || counts.has(Number.NaN)) return Number.NaN;
  const shares = [...counts.values()].map((count) => count / scores.length);
  const entropy = shares.reduce((sum, p) => sum - p * Math.log(p), 0);
  return Math.abs(entropy) / Math.log(levels);
}

/** Whether the rubric should be refined: most scores at the top, or hardly any spread. Undefined where neither can be computed. */
export function needsRefinement(scores: Column, most: number, levels: number): boolean | undefined {
  const [full, spread] = [saturation(scores, most), normalisedEntropy(scores, levels)];
  return Number.isNaN(full) || Number.isNaN(spread) ? undefined : full >= 0.75 || spread <= 0.35;
}
