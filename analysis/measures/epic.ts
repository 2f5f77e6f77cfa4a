// EPIC: the older distance between rewards, by correlation. Shown for comparison; it is not a STARC metric. It must not know specs.
//
// Formula: C(s, a, s′) = R(s, a, s′) + E[γR(s′, A, S′) − R(s, A, S′) − γR(S, A, S′)] with states and actions drawn evenly;
// d = √((1 − ρ) / 2) in 0..1, ρ being Pearson's over all (s, a, s′).
// Needs: rewards of every triple, also of those no action leads to.
// Limits: it changes where impossible transitions are paid differently, and two rewards may be close although they order policies
// differently.
// Source: Gleave et al., Quantifying Differences in Reward Functions, 2021.
import { meanOf } from "./columns.ts";
import { pearson } from "./correlation.ts";

/** `rewards[state][action][next]`, as many next states as states. */
export type RewardTable = readonly (readonly (readonly number[])[])[];

/** √((1 − ρ) / 2): 0 for a correlation of 1, 1 for −1. NaN for anything outside −1..1. */
export const pearsonDistance = (rho: number): number => Math.sqrt((1 - rho) / (rho >= -1 ? 2 : Number.NaN));

/** C by state, action and next state; potential shaping cancels. Empty for an empty table. */
export function epicCanonical(rewards: RewardTable, discount: number): number[][][] {
  const expected = rewards.map((actions) => meanOf(actions.flat()));
  const overall = meanOf(expected);
  return rewards.map((actions, state) =>
    actions.map((row) => row.map((r, next) => r + discount * expected[next]! - expected[state]! - discount * overall)),
  );
}

/** 0..1; NaN where tables differ in shape or one is constant once shaping is taken off. */
export function epicDistance(one: RewardTable, other: RewardTable, discount: number): number {
  const [a, b] = [one, other].map((rewards) => epicCanonical(rewards, discount).flat(2));
  return pearsonDistance(pearson(a!, b!));
}
