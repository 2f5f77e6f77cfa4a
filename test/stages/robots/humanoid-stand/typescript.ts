// HumanoidStand: Stand up and stay up, with little effort: a product of tolerances, so that no part makes up for another.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], 0..2, from environment */
  head: number;
  /** -1..1, from environment */
  torso_up: number;
  /** [m/s], 3 numbers, each in -10..10, from environment */
  velocity: number[];
  /** [m], 2 numbers, each in 0..1, from environment */
  feet: number[];
  /** 21 numbers, each in -1..1, from action */
  control: number[];
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
  /** [m], 1.2..1.6 */
  tall: 1.4,
};

/** The names of what is paid. */
export const terms = ["stand"] as const;

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
  const { tall } = { ...params, ...options.params };
  const weights = { stand: 1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    stand: new Float64Array(n),
    effort: new Float64Array(n),
    worst: new Float64Array(n),
    isAtLeast: new Float64Array(n),
  };
  let previousRun = 0;
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const head = readNumber(row.head, inputs.head, t, ledger.invalid);
    const torso_up = readNumber(row.torso_up, inputs.torso_up, t, ledger.invalid);
    const velocity = readComponents(row.velocity, 3, inputs.velocity, t, ledger.invalid);
    const feet = readComponents(row.feet, 2, inputs.feet, t, ledger.invalid);
    const control = readComponents(row.control, 21, inputs.control, t, ledger.invalid);
    const standing = tolerance(head, tall, Infinity, tall / 4, 0.1, "gaussian");
    const upright = tolerance(torso_up, 0.9, Infinity, 1.9, 0, "linear");
    const still = mean(each(2, (i) => tolerance(velocity[i], 0, 0, 1, 0.1, "gaussian")));
    const grounded = tolerance(maximum(feet), 0, 0.1, 0.2, 0.1, "gaussian");
    const calm = (4 + mean(each(21, (i) => tolerance(control[i], 0, 0, 1, 0, "quadratic")))) / 5;
    const choice = choose(orElse(and(greater(head, 1.3), greater(torso_up, 0.8)), 0), previousRun + 1, 0);
    const run = t < 0 ? previousRun : orElse(choice, previousRun);
    if (t >= 0) {
      columns.stand[t] = standing * upright * still * grounded * calm;
      columns.effort[t] = mean(each(21, (i) => Math.abs(control[i])));
      columns.worst[t] = Math.min(standing, upright, still, grounded);
      columns.isAtLeast[t] = greaterEqual(run, 80);
    }
    previousRun = run;
  }

  const outcome = settleOutcome(steps, null);
  const stood = last(columns.isAtLeast);

  // What each term pays on each step: weighted and signed.
  const paid = {
    /** 0 to 1 on every step. Not shaped: the product is high only where everything is right, so there is no part to farm. */
    stand: payEachStep(rules.stand, columns.stand, weights.stand, ledger),
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
    probes: { effort: Array.from(columns.effort, orNull), worst: Array.from(columns.worst, orNull) },
    goal: asTruth(stood),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  head: input("head", "number", { lo: 0, hi: 2 }),
  torso_up: input("torso_up", "number", { lo: -1, hi: 1 }),
  velocity: input("velocity", "number", { lo: -10, hi: 10 }),
  feet: input("feet", "number", { lo: 0, hi: 1 }),
  control: input("control", "number", { lo: -1, hi: 1 }),
};

const rules = {
  stand: objective("stand", 0, 1),
};

