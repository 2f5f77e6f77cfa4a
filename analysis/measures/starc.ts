// STARC: how far two rewards are from ordering policies alike, whatever their scale and shaping. It must not know specs.
//
// Formula: c(R)(s, a) = E[R + γ·V(s′) − V(s)] with V of the policy that takes every action equally often; s(R) = c / ‖c‖₂, zero where
// ‖c‖₂ is no more than rounding; d = ‖s(R₁) − s(R₂)‖₂ in 0..2, alignment 1 − d/2. The end of an episode is worth 0.
// Needs: a table of states, actions and outcomes, given or counted from logged transitions.
// Limits: it speaks about that table and γ only; states nobody visited are not in it. d = 1 against a reward that pays everything alike.
// Source: Skalse et al., STARC: A General Framework For Quantifying Differences Between Reward Functions, 2024.
import type { Column } from "./columns.ts";
import { normOf } from "./cosine.ts";
import { type DecisionProcess, type TransitionReward, uniformValues, worthOf } from "./decision-process.ts";

/** What is left of rewards of size 1 when a canonical reward that should be zero is computed in doubles. */
const ROUNDING = 1e-11;

/**
 * c(R) by state and action, in the unit of the reward: what is left of it once shaping is taken off. Undefined where the values do
 * not settle (γ = 1 without an end) or the table is not one.
 */
export function canonicalReward(process: DecisionProcess, reward: TransitionReward, discount: number): number[][] | undefined {
  const values = uniformValues(process, reward, discount);
  return values && canonical(process, reward, discount, values);
}

function canonical(process: DecisionProcess, reward: TransitionReward, discount: number, values: Column): number[][] {
  return process.map((actions, state) =>
    actions.map((outcomes, action) => worthOf(outcomes, values, discount, (to) => reward(state, action, to)) - values[state]!),
  );
}

/** The canonical reward as one vector of length 1, or of zeros where the reward tells no two policies apart. */
export function standardReward(process: DecisionProcess, reward: TransitionReward, discount: number): number[] | undefined {
  const values = uniformValues(process, reward, discount);
  if (values === undefined) return undefined;
  const all = canonical(process, reward, discount, values).flat();
  const size = normOf(all);
  const nothing = ROUNDING * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return all.map((x) => (size <= nothing ? 0 : x / size));
}

/** 0 for the same order of policies, 2 for the opposite one; NaN where one of the two cannot be computed. */
export function starcDistance(
  process: DecisionProcess,
  one: TransitionReward,
  other: TransitionReward,
  discount: number,
): number {
  const [a, b] = [one, other].map((reward) => standardReward(process, reward, discount));
  return a === undefined || b === undefined ? Number.NaN : normOf(a.map((x, i) => x - b[i]!));
}

/** 1 for the same order of policies, 0 for the opposite one. */
export const alignmentOf = (distance: number): number => 1 - distance / 2;
