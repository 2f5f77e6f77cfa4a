// MountainCar: Drive an underpowered car out of a valley: the reward of Gymnasium's MountainCarContinuous-v0.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** -1.2..0.6, from environment */
  position: number;
  /** -0.07..0.07, from environment */
  velocity: number;
  /** from environment */
  at_goal: boolean | 0 | 1;
  /** -1..1, from action */
  force: number;
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
export const terms = ["arrival", "effort"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { arrival: 100, effort: 0.1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    arrival: new Float64Array(n),
    effort: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    readNumber(row.position, inputs.position, t, ledger.invalid);
    readNumber(row.velocity, inputs.velocity, t, ledger.invalid);
    const at_goal = readNumber(row.at_goal, inputs.at_goal, t, ledger.invalid);
    const force = readNumber(row.force, inputs.force, t, ledger.invalid);
    if (t < 0) continue;
    columns.ended[t] = at_goal === 1 ? 1 : 0;
    columns.arrival[t] = at_goal;
    columns.effort[t] = Math.pow(force, 2);
  }

  const outcome = settleOutcome(steps, columns.ended);
  const arrived = any(columns.arrival);

  // What each term pays on each step: weighted and signed.
  const paid = {
    arrival: payEachStep(rules.arrival, columns.arrival, weights.arrival, ledger),
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
    goal: asTruth(arrived),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  position: input("position", "number", { lo: -1.2, hi: 0.6 }),
  velocity: input("velocity", "number", { lo: -0.07, hi: 0.07 }),
  at_goal: input("at_goal", "bool"),
  force: input("force", "number", { lo: -1, hi: 1 }),
};

const rules = {
  arrival: objective("arrival", 0, 1, "once"),
  effort: penalty("effort", 0, 1),
};

