// Walk: Follow the commanded velocity without falling, at the height of a walk.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /**
   * In the frame of the trunk: forward, left, turning.
   * 3 numbers, each in -4..4, from simulator
   */
  velocity: number[];
  /** [m], 0..1, from simulator */
  height: number;
  /** [N*m], 12 numbers, each in -40..40, from action */
  torques: number[];
  /** from simulator, hazard */
  fell: boolean | 0 | 1;
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** 3 numbers, each in -2..2, from environment */
  command: number[];
}

/** One episode, from its first step to its last. */
export interface Episode {
  id?: string;
  group?: string;
  start?: Start;
  steps: Step[];
  end: End;
}

/** Tunable constants and their defaults. */
export const params = {
  /** 0..0.001 */
  effort_cost: 0.0001,
};

/** The names of what is paid. */
export const terms = ["forward", "turning", "posture", "effort", "fall"] as const;

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
  const { effort_cost } = { ...params, ...options.params };
  const weights = { forward: 1, turning: 0.5, posture: 2, effort: effort_cost, fall: 10, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const command = readComponents(atStart("command"), 3, inputs.command, null, ledger.invalid);
  const part = command[2];

  const columns = {
    ended: new Float64Array(n),
    forward: new Float64Array(n),
    turning: new Float64Array(n),
    posture: new Float64Array(n),
    effort: new Float64Array(n),
    fall: new Float64Array(n),
    norm: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const velocity = readComponents(row.velocity, 3, inputs.velocity, t, ledger.invalid);
    const height = readNumber(row.height, inputs.height, t, ledger.invalid);
    const torques = readComponents(row.torques, 12, inputs.torques, t, ledger.invalid);
    const fell = readNumber(row.fell, inputs.fell, t, ledger.invalid);
    if (t < 0) continue;
    const failed = fell === 1 ? 1 : 0;
    const difference = each(3, (i) => velocity[i] - command[i]);
    const vector = [difference[0], difference[1]];
    columns.ended[t] = fell === 1 ? 1 : 0;
    columns.forward[t] = Math.exp(-sum(each(2, (i) => Math.pow(vector[i], 2))) / 0.25);
    columns.turning[t] = Math.exp(-4 * Math.pow(velocity[2] - part, 2));
    columns.posture[t] = Math.max(0, Math.max(0.25 - height, height - 0.4)) / 0.1;
    columns.effort[t] = sum(each(12, (i) => Math.pow(torques[i] / 1, 2)));
    columns.fall[t] = failed;
    columns.norm[t] = norm(difference);
  }

  const outcome = settleOutcome(steps, columns.ended);
  const followed = and(1 - any(columns.fall), less(mean(columns.norm), 0.3));

  // What each term pays on each step: weighted and signed.
  const paid = {
    forward: payEachStep(rules.forward, columns.forward, weights.forward, ledger, null, 0.02),
    turning: payEachStep(rules.turning, columns.turning, weights.turning, ledger, null, 0.02),
    posture: payEachStep(rules.posture, columns.posture, weights.posture, ledger, null, 0.02),
    effort: payEachStep(rules.effort, columns.effort, weights.effort, ledger, null, 0.02),
    fall: payEachStep(rules.fall, columns.fall, weights.fall, ledger),
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
    goal: asTruth(followed),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  velocity: input("velocity", "number", { lo: -4, hi: 4 }),
  height: input("height", "number", { lo: 0, hi: 1 }),
  torques: input("torques", "number", { lo: -40, hi: 40 }),
  fell: input("fell", "bool"),
  command: input("command", "number", { lo: -2, hi: 2 }),
};

const rules = {
  forward: objective("forward", 8.378942533819365e-126, 1, "second"),
  turning: objective("turning", 2.894640311648299e-63, 1, "second"),
  posture: penalty("posture", 0, 6, "second"),
  effort: penalty("effort", 0, 19200, "second"),
  fall: penalty("fall", 0, 1),
};

