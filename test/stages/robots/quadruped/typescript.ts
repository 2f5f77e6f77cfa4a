// Quadruped: Walk a four-legged robot at the commanded velocity, with real strides and little effort. Falling ends the episode, so no gait can pay for it.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m/s], 3 numbers, each in -5..5, from environment */
  velocity: number[];
  /** [1/s], 3 numbers, each in -20..20, from environment */
  spin: number[];
  /** 3 numbers, each in -1..1, from environment */
  gravity: number[];
  /** [m], 0..1, from environment */
  height: number;
  /** [N*m], 12 numbers, each in -33..33, values outside are moved to its ends, from environment */
  torque: number[];
  /** 4 conditions, from environment */
  contact: (boolean | 0 | 1)[];
  /** from environment, hazard */
  fell: boolean | 0 | 1;
  /** 12 numbers, each in -1..1, from action */
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
  /** 3 numbers, each in -1..1, from environment */
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
  /** 0.05..1 */
  width: 0.25,
};

/** The names of what is paid. */
export const terms = [
  "tracking",
  "turning",
  "stride",
  "effort",
  "jerk",
  "bounce",
  "tilt",
  "fall",
  "posture",
] as const;

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
  const { width } = { ...params, ...options.params };
  const weights = {
    tracking: 1,
    turning: 0.5,
    stride: 0.1,
    effort: 0.0002,
    jerk: 0.01,
    bounce: 2,
    tilt: 5,
    fall: 10,
    posture: 1,
    ...options.weights,
  };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const command = readComponents(atStart("command"), 3, inputs.command, null, ledger.invalid);
  const asked = greater(norm(command), 0.1);
  const part = [command[0], command[1]];
  const partValue = command[2];

  const columns = {
    ended: new Float64Array(n),
    tracking: new Float64Array(n),
    turning: new Float64Array(n),
    stride: new Float64Array(n),
    effort: new Float64Array(n),
    jerk: new Float64Array(n),
    bounce: new Float64Array(n),
    tilt: new Float64Array(n),
    fall: new Float64Array(n),
    posture: new Float64Array(n),
    speed: new Float64Array(n),
    norm: new Float64Array(n),
  };
  let previousAir = [0, 0, 0, 0];
  const recentNorm: number[] = [];
  let lastContact = each(4, () => NaN);
  let lastAction = each(12, () => NaN);
  const before = { posture: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const velocity = readComponents(row.velocity, 3, inputs.velocity, t, ledger.invalid);
    const spin = readComponents(row.spin, 3, inputs.spin, t, ledger.invalid);
    const gravity = readComponents(row.gravity, 3, inputs.gravity, t, ledger.invalid);
    const height = readNumber(row.height, inputs.height, t, ledger.invalid);
    const torque = readComponents(row.torque, 12, inputs.torque, t, ledger.invalid);
    const contact = readComponents(row.contact, 4, inputs.contact, t, ledger.invalid);
    const fell = readNumber(row.fell, inputs.fell, t, ledger.invalid);
    const action = readComponents(row.action, 12, inputs.action, t, ledger.invalid);
    const partValue2 = [velocity[0], velocity[1]];
    const off = each(2, (i) => part[i] - partValue2[i] / 1);
    const turn = partValue - spin[2] / 1;
    const speed = t < 0 ? NaN : mean(slide(recentNorm, norm(partValue2), 50));
    /** Seconds each foot has been in the air; what a landing is judged by. */
    const air = t < 0 ? previousAir : each(4, (i) => orElse(choose(contact[i], 0, previousAir[i] + 0.02), previousAir[i]));
    const previousContact = t > 0 ? lastContact : each(4, (i) => orElse(lastContact[i], contact[i]));
    const choice = each(4, (i) => choose(and(contact[i], 1 - previousContact[i]), Math.min(Math.max(previousAir[i] - 0.2, -0.2), 0.3), 0));
    const previousAction = t > 0 ? lastAction : each(12, (i) => orElse(lastAction[i], action[i]));
    const posture = tolerance(height, 0.28, 0.34, 0.2, 0.1, "gaussian");
    if (t < 0) {
      before.posture = posture;
    } else {
      columns.ended[t] = fell === 1 ? 1 : 0;
      columns.tracking[t] = Math.exp(-sumsq(off) / width);
      columns.turning[t] = Math.exp(-Math.pow(turn, 2) / width);
      columns.stride[t] = sum(choice);
      columns.effort[t] = sumsq(each(12, (i) => torque[i] / 1));
      columns.jerk[t] = sumsq(each(12, (i) => action[i] - previousAction[i]));
      columns.bounce[t] = Math.pow(velocity[2] / 1, 2);
      columns.tilt[t] = sumsq([gravity[0], gravity[1]]);
      columns.fall[t] = fell;
      columns.posture[t] = posture;
      columns.speed[t] = speed;
      columns.norm[t] = norm(off);
    }
    lastAction = action;
    lastContact = contact;
    previousAir = air;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const tracked = and(less(mean(columns.norm), 0.25), 1 - any(columns.fall));

  // What each term pays on each step: weighted and signed.
  const paid = {
    /** Paid per second, so that another control rate keeps the balance of the terms. */
    tracking: payEachStep(rules.tracking, columns.tracking, weights.tracking, ledger, null, 0.02),
    turning: payEachStep(rules.turning, columns.turning, weights.turning, ledger, null, 0.02),
    /** A landing pays for a swing of up to half a second and charges a shuffle; standing when asked to walk earns none. */
    stride: payEachStep(rules.stride, columns.stride, weights.stride, ledger, new Float64Array(n).fill(asked)),
    effort: payEachStep(rules.effort, columns.effort, weights.effort, ledger, null, 0.02),
    jerk: payEachStep(rules.jerk, columns.jerk, weights.jerk, ledger),
    bounce: payEachStep(rules.bounce, columns.bounce, weights.bounce, ledger, null, 0.02),
    tilt: payEachStep(rules.tilt, columns.tilt, weights.tilt, ledger, null, 0.02),
    fall: payEachStep(rules.fall, columns.fall, weights.fall, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    posture: addShaping(
      "posture",
      columns.posture,
      before.posture,
      outcome.terminated,
      0.99,
      weights.posture,
      rewards,
      ledger,
    ),
  };
  return report({
    episode,
    terms: { ...paid, ...shaping },
    rewards,
    unshaped,
    discount: 0.99,
    ledger,
    probes: { speed: Array.from(columns.speed, orNull) },
    goal: asTruth(tracked),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  command: input("command", "number", { lo: -1, hi: 1 }),
  velocity: input("velocity", "number", { lo: -5, hi: 5 }),
  spin: input("spin", "number", { lo: -20, hi: 20 }),
  gravity: input("gravity", "number", { lo: -1, hi: 1 }),
  height: input("height", "number", { lo: 0, hi: 1 }),
  torque: input("torque", "number", { lo: -33, hi: 33, saturates: true }),
  contact: input("contact", "bool"),
  fell: input("fell", "bool"),
  action: input("action", "number", { lo: -1, hi: 1 }),
};

const rules = {
  tracking: objective("tracking", 0, 1, "second"),
  turning: objective("turning", 0, 1, "second"),
  stride: objective("stride", -0.8000000000000004, 1.2000000000000004),
  effort: penalty("effort", 0, 13068, "second"),
  jerk: penalty("jerk", 0, 48),
  bounce: penalty("bounce", 0, 25, "second"),
  tilt: penalty("tilt", 0, 2, "second"),
  fall: penalty("fall", 0, 1, "once"),
};

