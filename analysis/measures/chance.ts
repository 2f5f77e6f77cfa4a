// What guessing reaches, and how much of an accuracy is more than that. It must not know the task.
//
// Formula: 1/k with k equally likely answers; corrected = (accuracy − 1/k) / (1 − 1/k).
// Needs: the number of answers a guess chooses from.
// Limits: a guess that knows which answers are frequent does better than 1/k.
// Source: Cohen's correction for chance with even margins; outcome guessing in generative reward models (RM-NLHF).

/** NaN unless k is a whole number of at least 1. */
export const chanceAccuracy = (k: number): number => (Number.isInteger(k) && k >= 1 ? 1 / k : Number.NaN);

/** 0 for guessing, 1 for always right, negative below chance. NaN for a single answer or an accuracy outside 0..1. */
export function correctedAccuracy(accuracy: number, k: number): number {
  const chance = chanceAccuracy(k);
  return accuracy >= 0 && accuracy <= 1 && chance < 1 ? (accuracy - chance) / (1 - chance) : Number.NaN;
}
