// What a compromise costs each of those whose interests are weighed. It must not know who they are.
//
// Formula: the candidate with the highest Σ wₚ·uₚ wins; the regret of p is max uₚ − uₚ(winner), in the unit of p's utility.
// Needs: one column of utilities per principal over the same candidates, one weight each.
// Limits: utilities of different principals are compared by the weights alone. Of several winners the first counts.
// Source: work on conflicting principals of assistants ("tin men") and on perspectives in moral dilemmas (CLASH).
import { areComparable, type Column } from "./columns.ts";

export interface Compromise {
  /** The weighted sum of each candidate. */
  scores: number[];
  winner: number;
  /** One per principal, in the same order, not negative. */
  regrets: number[];
}

/** Undefined where columns differ in length, are empty or not finite, or there are not as many weights. */
export function compromise(utilities: readonly Column[], weights: Column): Compromise | undefined {
  if (utilities.length === 0 || utilities.length !== weights.length || !areComparable(...utilities)) return undefined;
  const scores = utilities[0]!.map((_, i) => utilities.reduce((sum, own, p) => sum + weights[p]! * own[i]!, 0));
  const winner = scores.indexOf(scores.reduce((a, b) => Math.max(a, b)));
  return winner < 0
    ? undefined
    : { scores, winner, regrets: utilities.map((own) => own.reduce((a, b) => Math.max(a, b)) - own[winner]!) };
}
