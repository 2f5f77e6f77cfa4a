// TerrainCurriculum: Learn to run over rough ground: early in training staying up counts, later speed and economy. The goal is the same all along.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m/s], -2..6, from environment */
  speed: number;
  /** [rad], 0..3.15, from environment */
  tilt: number;
  /** [W], 0..800, from environment */
  power: number;
  /** from environment */
  stumbled: boolean | 0 | 1;
  /** from environment, hazard */
  fell: boolean | 0 | 1;
  /** 8 numbers, each in -1..1, from action */
  action: number[];
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** 0..1, from trainer */
  training: number;
  /** 0..10, from trainer */
  level: number;
}

/** One episode, from its first step to its last. */
export interface Episode {
  id?: string;
  group?: string;
  start?: Start;
  steps: Step[];
  end: End;
}

/** The names of what is paid. */
export const terms = ["upright", "pace", "energy", "jerk", "stumble", "fall"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { pace: 2, stumble: 0.05, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const training = readNumber(atStart("training"), inputs.training, null, ledger.invalid);
  const level = readNumber(atStart("level"), inputs.level, null, ledger.invalid);
  const clip = Math.min(Math.max(2 * training, 0), 1);
  /** The wanted speed grows over the first half of the training. */
  const wanted = anneal(0.5, 3, clip, "linear") * 1;

  const columns = {
    ended: new Float64Array(n),
    upright: new Float64Array(n),
    pace: new Float64Array(n),
    energy: new Float64Array(n),
    jerk: new Float64Array(n),
    stumble: new Float64Array(n),
    fall: new Float64Array(n),
    speed: new Float64Array(n),
  };
  let lastAction = each(8, () => NaN);
  let lastStumbled = NaN;
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const speed = readNumber(row.speed, inputs.speed, t, ledger.invalid);
    const tilt = readNumber(row.tilt, inputs.tilt, t, ledger.invalid);
    const power = readNumber(row.power, inputs.power, t, ledger.invalid);
    const stumbled = readNumber(row.stumbled, inputs.stumbled, t, ledger.invalid);
    const fell = readNumber(row.fell, inputs.fell, t, ledger.invalid);
    const action = readComponents(row.action, 8, inputs.action, t, ledger.invalid);
    const previousAction = t > 0 ? lastAction : each(8, (i) => orElse(lastAction[i], action[i]));
    const previousStumbled = t > 0 ? lastStumbled : orElse(lastStumbled, stumbled);
    if (t >= 0) {
      columns.ended[t] = fell === 1 ? 1 : 0;
      columns.upright[t] = 1 - ramp(tilt, 0.1, 0.8);
      columns.pace[t] = tolerance(speed, wanted, Infinity, 3, 0, "linear");
      columns.energy[t] = power / 800;
      columns.jerk[t] = sumsq(each(8, (i) => action[i] - previousAction[i]));
      columns.stumble[t] = and(stumbled, 1 - previousStumbled);
      columns.fall[t] = fell;
      columns.speed[t] = speed;
    }
    lastStumbled = stumbled;
    lastAction = action;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const fast = and(greater(mean(columns.speed), 2.5), 1 - any(columns.fall));

  // What each term pays on each step: weighted and signed.
  const paid = {
    /** Help that fades, and is gone before the end: what is learned must not depend on it. */
    upright: payEachStep(
      rules.upright,
      columns.upright,
      options.weights?.upright ?? anneal(0.5, 0, clip, "cosine"),
      ledger,
      null,
      0.02,
    ),
    pace: payEachStep(rules.pace, columns.pace, weights.pace, ledger, null, 0.02),
    /** Costs come in late: charged early, they teach standing still. */
    energy: payEachStep(
      rules.energy,
      columns.energy,
      options.weights?.energy ?? anneal(0, 1, training, "linear"),
      ledger,
      null,
      0.02,
    ),
    jerk: payEachStep(rules.jerk, columns.jerk, options.weights?.jerk ?? anneal(0, 0.05, training, "linear"), ledger),
    stumble: payEachStep(rules.stumble, columns.stumble, weights.stumble, ledger),
    fall: payEachStep(rules.fall, columns.fall, options.weights?.fall ?? anneal(2, 20, training, "linear"), ledger),
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
    probes: { difficulty: orNull(level) },
    goal: asTruth(fast),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  training: input("training", "number", { lo: 0, hi: 1 }),
  level: input("level", "number", { lo: 0, hi: 10 }),
  speed: input("speed", "number", { lo: -2, hi: 6 }),
  tilt: input("tilt", "number", { lo: 0, hi: 3.15 }),
  power: input("power", "number", { lo: 0, hi: 800 }),
  stumbled: input("stumbled", "bool"),
  fell: input("fell", "bool"),
  action: input("action", "number", { lo: -1, hi: 1 }),
};

const rules = {
  upright: objective("upright", 0, 1, "second"),
  pace: objective("pace", 0, 1, "second"),
  energy: penalty("energy", 0, 1, "second"),
  jerk: penalty("jerk", 0, 32),
  stumble: penalty("stumble", 0, 1),
  fall: penalty("fall", 0, 1, "once"),
};

