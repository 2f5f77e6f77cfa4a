// A small table of a world: states, actions, where they lead. What distances between rewards are computed on. It must not know specs.
import { meanOf } from "./columns.ts";

/** One way an action may turn out. `to` is a state, null the end of the episode. */
export interface Outcome {
  to: number | null;
  probability: number;
}

/** `outcomes[state][action]`; a state without actions is an end. */
export type DecisionProcess = readonly (readonly (readonly Outcome[])[])[];

/** Reward of taking `action` in `state` and arriving at `to`. */
export type TransitionReward = (state: number, action: number, to: number | null) => number;

const SWEEPS = 100_000;

/** Whether probabilities of every action sum to 1 and lead somewhere that exists. */
export function isProcess(process: DecisionProcess): boolean {
  const known = ({ to }: Outcome) => to === null || (Number.isInteger(to) && to >= 0 && to < process.length);
  return process.every((actions) =>
    actions.every(
      (outcomes) =>
        outcomes.every((outcome) => known(outcome) && outcome.probability >= 0) &&
        Math.abs(outcomes.reduce((sum, { probability }) => sum + probability, 0) - 1) <= 1e-9,
    ),
  );
}

/** Σ p·(R + γV(to)) of one action; the end is worth 0. */
export function worthOf(
  outcomes: readonly Outcome[],
  values: readonly number[],
  discount: number,
  reward: (to: number | null) => number,
): number {
  return outcomes.reduce(
    (sum, { to, probability }) =>
      probability === 0 ? sum : sum + probability * (reward(to) + discount * (to === null ? 0 : values[to]!)),
    0,
  );
}

/**
 * Value of every state when all its actions are equally likely, by sweeps until nothing moves more than `tolerance` of the largest
 * value. Undefined where that does not happen: γ = 1 without an end in reach, or a reward that is not finite.
 */
export function uniformValues(
  process: DecisionProcess,
  reward: TransitionReward,
  discount: number,
  tolerance = 1e-13,
): number[] | undefined {
  if (!isProcess(process) || !(discount >= 0 && discount <= 1)) return undefined;
  const values = process.map(() => 0);
  const worth = (state: number) =>
    meanOf(process[state]!.map((outcomes, action) => worthOf(outcomes, values, discount, (to) => reward(state, action, to))));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let [moved, size] = [0, 0];
    for (const [state, actions] of process.entries()) {
      const value = actions.length === 0 ? 0 : worth(state);
      moved = Math.max(moved, Math.abs(value - values[state]!));
      size = Math.max(size, Math.abs(value));
      values[state] = value;
    }
    if (!Number.isFinite(moved)) return undefined;
    if (moved <= tolerance * size) return values;
  }
  return undefined;
}
