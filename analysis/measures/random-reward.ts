// What a reward would teach if it were noise: the control that every improvement has to beat. It must not know the task.
//
// Formula: the expected advantage of a right over a wrong answer is P(reward | right) − P(reward | wrong).
// Needs: how often right and wrong answers are rewarded, or a column of rewards and one of truths.
// Limits: a gap of 0 teaches nothing about the task, yet training may still improve by sharpening what the model prefers anyway.
// Source: Shao et al., Spurious Rewards: Rethinking Training Signals in RLVR, 2025.
import { areComparable, type Column, isShare, meanOf } from "./columns.ts";

/** −1..1; NaN where one of the two is no probability. */
export const advantageGap = (whenRight: number, whenWrong: number): number =>
  isShare(whenRight) && isShare(whenWrong) ? whenRight - whenWrong : Number.NaN;

/** Mean reward of the right samples less that of the wrong ones, in the unit of the reward; NaN where either is empty. */
export function rewardGap(rewards: Column, truths: readonly boolean[]): number {
  if (!areComparable(rewards) || truths.length !== rewards.length) return Number.NaN;
  return meanOf(rewards.filter((_, i) => truths[i]!)) - meanOf(rewards.filter((_, i) => !truths[i]!));
}
