// Pendulum: Swing a pendulum up and hold it there with little torque: the reward of Gymnasium's Pendulum-v1.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /**
   * Angle from upright in the state the action was chosen in: Gymnasium charges for that one.
   * [rad], -3.1416..3.1416, from environment
   */
  theta: number;
  /** [1/s], -8..8, from environment */
  theta_dot: number;
  /** [N*m], -2..2, from action */
  torque: number;
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** One episode, from its first step to its last. */
export interface Episode {
  id?: string;
  group?: string;
  start?: Start;
  steps: Step[];
}

/** Tunable constants and their defaults. */
export const params = {
  /** 0..1 */
  spin_cost: 0.1,
  /** 0..0.01 */
  effort_cost: 0.001,
};

/** The names of what is paid. */
export const terms = ["tilted", "spin", "effort"] as const;

/** What a caller may change. */
export interface Options {
  params?: Partial<typeof params>;
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const { spin_cost, effort_cost } = { ...params, ...options.params };
  const weights = { tilted: 1, spin: spin_cost, effort: effort_cost, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    tilted: new Float64Array(n),
    spin: new Float64Array(n),
    effort: new Float64Array(n),
    power: new Float64Array(n),
    both: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const theta = readNumber(row.theta, inputs.theta, t, ledger.invalid);
    const theta_dot = readNumber(row.theta_dot, inputs.theta_dot, t, ledger.invalid);
    const torque = readNumber(row.torque, inputs.torque, t, ledger.invalid);
    if (t < 0) continue;
    const tilt = wrapAngle(theta);
    columns.tilted[t] = Math.pow(tilt, 2);
    columns.spin[t] = Math.pow(theta_dot / 1, 2);
    columns.effort[t] = Math.pow(torque / 1, 2);
    columns.power[t] = Math.abs(torque * theta_dot);
    columns.both[t] = and(less(Math.abs(tilt), 0.2), less(Math.abs(theta_dot), 1));
  }

  const outcome = settleOutcome(steps, null);
  const held = last(columns.both);

  // What each term pays on each step: weighted and signed.
  const paid = {
    tilted: payEachStep(rules.tilted, columns.tilted, weights.tilted, ledger),
    spin: payEachStep(rules.spin, columns.spin, weights.spin, ledger),
    effort: payEachStep(rules.effort, columns.effort, weights.effort, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 0.99,
    ledger,
    probes: { power: Array.from(columns.power, orNull) },
    goal: asTruth(held),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  theta: input("theta", "number", { lo: -3.1416, hi: 3.1416 }),
  theta_dot: input("theta_dot", "number", { lo: -8, hi: 8 }),
  torque: input("torque", "number", { lo: -2, hi: 2 }),
};

const rules = {
  tilted: penalty("tilted", 0, 9.869604401089362),
  spin: penalty("spin", 0, 64),
  effort: penalty("effort", 0, 4),
};

