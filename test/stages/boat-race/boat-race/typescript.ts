// BoatRace: Finish the race. As written, circling over the targets pays more than arriving: look at the warnings, then at the fix below.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** from environment */
  target_hit: boolean | 0 | 1;
  /** from environment */
  finished: boolean | 0 | 1;
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
export const terms = ["targets", "arrival"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { targets: 10, arrival: 100, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    targets: new Float64Array(n),
    arrival: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const target_hit = readNumber(row.target_hit, inputs.target_hit, t, ledger.invalid);
    const finished = readNumber(row.finished, inputs.finished, t, ledger.invalid);
    if (t < 0) continue;
    columns.ended[t] = finished === 1 ? 1 : 0;
    columns.targets[t] = target_hit;
    columns.arrival[t] = finished;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const arrived = any(columns.arrival);

  // What each term pays on each step: weighted and signed.
  const paid = {
    targets: payEachStep(rules.targets, columns.targets, weights.targets, ledger),
    arrival: payEachStep(rules.arrival, columns.arrival, weights.arrival, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    goal: asTruth(arrived),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  target_hit: input("target_hit", "bool"),
  finished: input("finished", "bool"),
};

const rules = {
  targets: objective("targets", 0, 1),
  arrival: objective("arrival", 0, 1),
};


// BoatRaceByProgress: The same race, paid by progress along the course: going round in circles earns nothing.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** 0..1, from environment */
  progress: number;
  /** from environment */
  finished: boolean | 0 | 1;
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
export const terms = ["arrival", "along"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { arrival: 100, along: 20, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    arrival: new Float64Array(n),
    along: new Float64Array(n),
  };
  const before = { along: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const progress = readNumber(row.progress, inputs.progress, t, ledger.invalid);
    const finished = readNumber(row.finished, inputs.finished, t, ledger.invalid);
    if (t < 0) {
      before.along = progress;
    } else {
      columns.ended[t] = finished === 1 ? 1 : 0;
      columns.arrival[t] = finished;
      columns.along[t] = progress;
    }
  }

  const outcome = settleOutcome(steps, columns.ended);
  const arrived = any(columns.arrival);

  // What each term pays on each step: weighted and signed.
  const paid = {
    arrival: payEachStep(rules.arrival, columns.arrival, weights.arrival, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    along: addShaping("along", columns.along, before.along, outcome.terminated, 0.99, weights.along, rewards, ledger),
  };
  return report({
    episode,
    terms: { ...paid, ...shaping },
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
  progress: input("progress", "number", { lo: 0, hi: 1 }),
  finished: input("finished", "bool"),
};

const rules = {
  arrival: objective("arrival", 0, 1, "once"),
};

