// LaneKeeping: Keep the lane behind another car: centred, comfortable, and never closer than two seconds for long.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], -2..2, from environment */
  offset: number;
  /** [deg], -45..45, from environment */
  heading: number;
  /** [m/s], 0..40, from environment */
  speed: number;
  /** [m/s^2], -8..4, from environment */
  accel: number;
  /** [m], 0..150, from environment */
  gap: number;
  /** from environment, hazard */
  left: boolean | 0 | 1;
  /** [rad], -0.5..0.5, from action */
  steering: number;
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
  /** [m/s], 20..36 */
  cruise: 30,
};

/** The names of what is paid. */
export const terms = ["drive", "close", "jerk", "harsh", "wobble", "off"] as const;

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
  const { cruise } = { ...params, ...options.params };
  const weights = { drive: 1, close: 2, jerk: 0.02, harsh: 0.5, wobble: 1, off: 60, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    drive: new Float64Array(n),
    close: new Float64Array(n),
    jerk: new Float64Array(n),
    harsh: new Float64Array(n),
    wobble: new Float64Array(n),
    off: new Float64Array(n),
    isGreater: new Float64Array(n),
    isGreater2: new Float64Array(n),
    isLess: new Float64Array(n),
    ratio: new Float64Array(n),
    ratio2: new Float64Array(n),
  };
  let lastAccel = NaN;
  let lastSteering = NaN;
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const offset = readNumber(row.offset, inputs.offset, t, ledger.invalid);
    const heading = readNumber(row.heading, inputs.heading, t, ledger.invalid);
    const speed = readNumber(row.speed, inputs.speed, t, ledger.invalid);
    const accel = readNumber(row.accel, inputs.accel, t, ledger.invalid);
    const gap = readNumber(row.gap, inputs.gap, t, ledger.invalid);
    const left = readNumber(row.left, inputs.left, t, ledger.invalid);
    const steering = readNumber(row.steering, inputs.steering, t, ledger.invalid);
    const headway = choose(greater(speed, 1), gap / speed, Infinity);
    const brisk = tolerance(speed, cruise - 1, cruise + 1, 10, 0, "linear");
    const centred = tolerance(offset, -0.2, 0.2, 1, 0.1, "gaussian");
    const aligned = Math.cos(heading * 0.017453292519943295);
    const abs = Math.abs(offset);
    const previousAccel = t > 0 ? lastAccel : orElse(lastAccel, accel);
    const previousSteering = t > 0 ? lastSteering : orElse(lastSteering, steering);
    if (t >= 0) {
      columns.ended[t] = left === 1 ? 1 : 0;
      columns.drive[t] = brisk * centred * aligned;
      columns.close[t] = 1 - ramp(headway, 0.5, 2);
      columns.jerk[t] = Math.abs((accel - previousAccel) / 0.1) / 1;
      columns.harsh[t] = ramp(Math.abs(accel), 3, 8);
      columns.wobble[t] = Math.pow(steering - previousSteering, 2);
      columns.off[t] = left;
      columns.isGreater[t] = greater(headway, 1);
      columns.isGreater2[t] = greater(headway, 2);
      columns.isLess[t] = less(abs, 0.8);
      columns.ratio[t] = (gap - 1 * speed) / 190;
      columns.ratio2[t] = (0.8 - abs) / 2;
    }
    lastSteering = steering;
    lastAccel = accel;
  }

  const outcome = settleOutcome(steps, columns.ended);
  // What looks at later steps.
  const eventuallyAhead = eventuallyWithin(columns.isGreater2, 0, 30, [0, 1]);
  const alwaysAhead = alwaysWithin(onSteps(n, (t) => or(columns.isGreater2[t], eventuallyAhead[t])), 0, Infinity, [0, 1]);
  /** Too close is allowed for as long as it takes to fall back, three seconds. */
  const safe = and(all(columns.isGreater), first(alwaysAhead));
  const kept = and(all(columns.isLess), 1 - any(columns.off));
  const margin = Math.min(minimum(columns.ratio), minimum(columns.ratio2));

  // What each term pays on each step: weighted and signed.
  const paid = {
    drive: payEachStep(rules.drive, columns.drive, weights.drive, ledger, null, 0.1),
    close: payEachStep(rules.close, columns.close, weights.close, ledger, null, 0.1),
    jerk: payEachStep(rules.jerk, columns.jerk, weights.jerk, ledger, null, 0.1),
    harsh: payEachStep(rules.harsh, columns.harsh, weights.harsh, ledger, null, 0.1),
    wobble: payEachStep(rules.wobble, columns.wobble, weights.wobble, ledger),
    off: payEachStep(rules.off, columns.off, weights.off, ledger),
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
    probes: { margin: orNull(margin) },
    goal: { safe: asTruth(safe), kept: asTruth(kept) },
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  offset: input("offset", "number", { lo: -2, hi: 2 }),
  heading: input("heading", "number", { lo: -45, hi: 45 }),
  speed: input("speed", "number", { lo: 0, hi: 40 }),
  accel: input("accel", "number", { lo: -8, hi: 4 }),
  gap: input("gap", "number", { lo: 0, hi: 150 }),
  left: input("left", "bool"),
  steering: input("steering", "number", { lo: -0.5, hi: 0.5 }),
};

const rules = {
  drive: objective("drive", 0, 1, "second"),
  close: penalty("close", 0, 1, "second"),
  jerk: penalty("jerk", 0, 120, "second"),
  harsh: penalty("harsh", 0, 1, "second"),
  wobble: penalty("wobble", 0, 1),
  off: penalty("off", 0, 1, "once"),
};

