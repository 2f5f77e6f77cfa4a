// Whether a score puts the one right answer above many wrong ones. It must not know where scores come from.
//
// Formula: strict accuracy 1[chosen > max rejected]; with ties ≥; reciprocal rank 1 / (1 + #{rejected ≥ chosen}), ties against the
// chosen one; pairwise accuracy: the share of rejected answers below it.
// Needs: per prompt one right answer and at least one wrong one.
// Limits: pairwise accuracy hides a single wrong answer on top, which is the one that best-of-n takes.
// Source: Kim et al., Evaluating Robustness of Reward Models for Mathematical Reasoning (RewardMATH), 2024.
import { areComparable, type Column } from "./columns.ts";

export interface OneToMany {
  accuracy: number;
  accuracyWithTies: number;
  reciprocalRank: number;
  pairwise: number;
}

/** All NaN without a rejected answer or where a score is not finite. Average over prompts as you like. */
export function compareOneToMany(chosen: number, rejected: Column): OneToMany {
  if (!Number.isFinite(chosen) || !areComparable(rejected)) {
    return { accuracy: Number.NaN, accuracyWithTies: Number.NaN, reciprocalRank: Number.NaN, pairwise: Number.NaN };
  }
  const above = rejected.filter((score) => score > chosen).length;
  const notBelow = rejected.filter((score) => score >= chosen).length;
  return {
    accuracy: notBelow === 0 ? 1 : 0,
    accuracyWithTies: above === 0 ? 1 : 0,
    reciprocalRank: 1 / (1 + notBelow),
    pairwise: 1 - notBelow / rejected.length,
  };
}
