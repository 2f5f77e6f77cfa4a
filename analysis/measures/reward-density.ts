// How often an episode is paid, and from when on. It must not know what for.
//
// Formula: density = steps with a reward other than 0 / steps; first = index of the first of them.
// Needs: the rewards of one episode, in order.
// Limits: a constant cost per step makes every reward look dense; take it off first.
// Source: work on reward design and informativeness; A-30 of the analyses.
import type { Column } from "./columns.ts";

export interface Density {
  /** NaN for an episode without steps or with a reward that is not a number. */
  density: number;
  /** From 0; undefined where nothing is paid. */
  first: number | undefined;
}

export function rewardDensity(rewards: Column): Density {
  if (rewards.length === 0 || rewards.some(Number.isNaN)) return { density: Number.NaN, first: undefined };
  const first = rewards.findIndex((reward) => reward !== 0);
  return { density: rewards.filter((reward) => reward !== 0).length / rewards.length, first: first < 0 ? undefined : first };
}
