// How often something happens over many episodes, against what is allowed. It must not know what counts as an event.
//
// Formula: rate = events / episodes; a limit is violated where rate > limit.
// Needs: per episode whether the event occurred (1 or 0), or its share in 0..1.
// Limits: with n episodes a rate is known to about √(rate·(1 − rate)/n); over no episode it is unknown.
// Source: Roy et al., Direct Behavior Specification via Constrained Reinforcement Learning, 2022.
import { type Column, isShare, meanOf } from "./columns.ts";

export interface EventRate {
  rate: number;
  /** Undefined where the rate is unknown. */
  violated: boolean | undefined;
  /** Standard error of the rate as that of a share. */
  error: number;
}

/** The rate is NaN over nothing and where an entry lies outside 0..1. */
export function eventRate(events: Column, limit: number): EventRate {
  const rate = events.every(isShare) ? meanOf(events) : Number.NaN;
  const known = !Number.isNaN(rate) && !Number.isNaN(limit);
  return { rate, violated: known ? rate > limit : undefined, error: Math.sqrt((rate * (1 - rate)) / events.length) };
}
