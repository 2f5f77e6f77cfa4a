// CartPole: Keep the pole up: one point for every step, as in Gymnasium's CartPole-v1, the failing step included.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], from environment */
  x: number;
  /** [m/s], from environment */
  x_dot: number;
  /** [rad], from environment */
  theta: number;
  /** [1/s], from environment */
  theta_dot: number;
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

/** The names of what is paid. */
export const terms = ["alive"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { alive: 1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    distance: new Float64Array(n),
    both: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const x = readNumber(row.x, inputs.x, t, ledger.invalid);
    readNumber(row.x_dot, inputs.x_dot, t, ledger.invalid);
    const theta = readNumber(row.theta, inputs.theta, t, ledger.invalid);
    readNumber(row.theta_dot, inputs.theta_dot, t, ledger.invalid);
    if (t < 0) continue;
    const upright = lessEqual(Math.abs(theta), 0.20943951023931953);
    const distance = Math.abs(x);
    const on_track = lessEqual(distance, 2.4);
    columns.ended[t] = or(1 - upright, 1 - on_track) === 1 ? 1 : 0;
    columns.distance[t] = distance;
    columns.both[t] = and(upright, on_track);
  }

  const outcome = settleOutcome(steps, columns.ended);
  const balanced = all(columns.both);

  // What each term pays on each step: weighted and signed.
  const paid = {
    alive: payEachStep(rules.alive, new Float64Array(n).fill(1), weights.alive, ledger),
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
    probes: { distance: Array.from(columns.distance, orNull) },
    goal: asTruth(balanced),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  x: input("x", "number"),
  x_dot: input("x_dot", "number"),
  theta: input("theta", "number"),
  theta_dot: input("theta_dot", "number"),
};

const rules = {
  alive: objective("alive", 1, 1),
};

