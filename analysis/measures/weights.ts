// Which candidate wins under which weights, and where the winner changes. It must not know what the objectives are.
//
// Formula: score = Σ wₖ·xₖ; of two objectives with w₂ = 1 − w₁ the scores of A and B are equal at
// w* = (b₂ − a₂) / ((a₁ − a₂) − (b₁ − b₂)); of a task score and an addition with weight φ at φ* = (a₀ − b₀) / (b₁ − a₁).
// Needs: the value of every candidate in every objective, on scales that may be added.
// Limits: a weighted sum never picks a candidate inside a dent of the Pareto front.
// Source: weight sweeps of multi-objective alignment (RACO, CGPO); BARFI (Gupta et al., 2023) for the auxiliary weight.
import type { Column } from "./columns.ts";
import { dotOf } from "./cosine.ts";

/** The weight of the first objective at which two candidates tie; NaN where they never do within 0..1, or always. */
export function flipWeight([a1, a2]: readonly [number, number], [b1, b2]: readonly [number, number]): number {
  const w = (b2 - a2) / (a1 - a2 - (b1 - b2));
  return w >= 0 && w <= 1 ? w : Number.NaN;
}

/** The weight of an addition, not negative, at which two candidates (task score, addition) tie; NaN where there is none. */
export function flipAddition([a0, a1]: readonly [number, number], [b0, b1]: readonly [number, number]): number {
  const weight = (a0 - b0) / (b1 - a1);
  return weight >= 0 && Number.isFinite(weight) ? weight : Number.NaN;
}

/** Index of the candidate with the highest weighted sum, the first of several; -1 where none can be computed. */
export function winnerUnder(candidates: readonly Column[], weights: Column): number {
  const scores = candidates.map((values) => dotOf(values, weights));
  return scores.reduce((best, score, i) => (score > (scores[best] ?? Number.NEGATIVE_INFINITY) ? i : best), -1);
}

export interface Swept {
  weights: number[];
  winner: number;
}

/** The winner at every point of an even grid over weights that sum to 1, `divisions` + 1 points along each edge. Empty for none. */
export function sweepWeights(candidates: readonly Column[], divisions: number): Swept[] {
  if (!Number.isInteger(divisions) || divisions < 1) return [];
  const objectives = candidates[0]?.length ?? 0;
  return gridOf(objectives, divisions).map((parts) => {
    const weights = parts.map((part) => part / divisions);
    return { weights, winner: winnerUnder(candidates, weights) };
  });
}

/** All ways to part a whole number into so many whole numbers. */
function gridOf(objectives: number, divisions: number): number[][] {
  if (objectives <= 1) return objectives === 1 ? [[divisions]] : [];
  return Array.from({ length: divisions + 1 }, (_, first) =>
    gridOf(objectives - 1, divisions - first).map((rest) => [first, ...rest]),
  ).flat();
}
