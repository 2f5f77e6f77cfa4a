// What can be earned step by step, against what an ending pays: dense rewards, cycles, staying alive, giving up.
//
// Formula: T steps of r pay r·(1 − γᵀ)/(1 − γ), r·T at γ = 1, r/(1 − γ) without an end; an ending after step T pays γᵀ⁻¹·terminal; a
// cycle of rewards r₀ … r_L₋₁ walked for ever pays Σ γᵏrₖ / (1 − γᴸ).
// Needs: r, T, γ; for a cycle the rewards of one round.
// Limits: the reward is the same on every step; a real episode may not allow the cycle.
// Source: Ng, Harada, Russell, 1999; Andrychowicz et al. on shaped rewards; of the analyses.
import type { Column } from "./columns.ts";

/** Discounted sum of `steps` equal rewards; `steps` may be Infinity for γ < 1. NaN where it has no finite value. */
export function incomeOf(reward: number, steps: number, discount: number): number {
  if (!(discount >= 0 && discount <= 1) || !(steps >= 0) || !Number.isFinite(reward)) return Number.NaN;
  if (reward === 0 || steps === 0) return 0;
  const income = discount === 1 ? reward * steps : (reward * (1 - discount ** steps)) / (1 - discount);
  return Number.isFinite(income) ? income : Number.NaN;
}

export interface Balance {
  /** Most that can be earned on the way. */
  dense: number;
  /** What the ending is worth seen from the start. */
  terminal: number;
  /** dense / terminal; NaN where the ending pays nothing. */
  ratio: number;
}

/** Dense income of `steps` steps against an ending on the last of them. */
export function denseAgainstTerminal(reward: number, steps: number, discount: number, terminal: number): Balance {
  const dense = incomeOf(reward, steps, discount);
  const later = steps >= 1 ? terminal * discount ** (steps - 1) : Number.NaN;
  return { dense, terminal: later, ratio: later === 0 ? Number.NaN : dense / later };
}

/** A cycle walked for ever. NaN for an empty cycle or γ outside 0 ≤ γ < 1; at γ = 1 only a sum of 0 has a value, which is not shown. */
export function cycleValue(rewards: Column, discount: number): number {
  if (rewards.length === 0 || !(discount >= 0 && discount < 1)) return Number.NaN;
  const round = rewards.reduce((sum, reward, k) => sum + discount ** k * reward, 0);
  return round / (1 - discount ** rewards.length);
}

export interface Choice {
  reach: number;
  quit: number;
}

/** Reaching the goal after `steps` steps, against ending the episode on the first one. Quitting pays more where steps cost too much. */
export function reachOrQuit(step: number, steps: number, goal: number, discount: number, quitting = 0): Choice {
  const { dense, terminal } = denseAgainstTerminal(step, steps, discount, goal);
  return { reach: dense + terminal, quit: step + quitting };
}
