// PoseReach: Bring the tool of an arm to a commanded pose: where it is and how it is turned. The command is in the frame of the robot's base.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], 3 numbers, each in -2..2, from environment */
  base_position: number[];
  /** 4 numbers, from environment */
  base_orientation: number[];
  /** [m], 3 numbers, each in -3..3, from environment */
  tool_position: number[];
  /** 4 numbers, from environment */
  tool_orientation: number[];
  /** from environment, hazard */
  collided: boolean | 0 | 1;
  /** [1/s], 7 numbers, each in -3..3, from action */
  rates: number[];
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** [m], 3 numbers, each in -0.8..0.8, from environment */
  goal_position: number[];
  /** 4 numbers, from environment */
  goal_orientation: number[];
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
export const terms = ["near", "aligned", "far", "hasty", "jerk", "crash"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { near: 1, aligned: 1, far: 0.2, hasty: 0.01, jerk: 0.001, crash: 5, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const goal_position = readComponents(atStart("goal_position"), 3, inputs.goal_position, null, ledger.invalid);
  const goal_orientation = readComponents(atStart("goal_orientation"), 4, inputs.goal_orientation, null, ledger.invalid);

  const columns = {
    ended: new Float64Array(n),
    near: new Float64Array(n),
    aligned: new Float64Array(n),
    far: new Float64Array(n),
    hasty: new Float64Array(n),
    jerk: new Float64Array(n),
    crash: new Float64Array(n),
    arrived_for: new Float64Array(n),
    there: new Float64Array(n),
  };
  let previousLast = Infinity - Infinity;
  let lastValue = NaN;
  let lastRates = each(7, () => NaN);
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const base_position = readComponents(row.base_position, 3, inputs.base_position, t, ledger.invalid);
    const base_orientation = readComponents(row.base_orientation, 4, inputs.base_orientation, t, ledger.invalid);
    const tool_position = readComponents(row.tool_position, 3, inputs.tool_position, t, ledger.invalid);
    const tool_orientation = readComponents(row.tool_orientation, 4, inputs.tool_orientation, t, ledger.invalid);
    const collided = readNumber(row.collided, inputs.collided, t, ledger.invalid);
    const rates = readComponents(row.rates, 7, inputs.rates, t, ledger.invalid);
    const rotateValue = rotate(base_orientation, goal_position);
    /** The command in world coordinates. */
    const target = each(3, (i) => base_position[i] + rotateValue[i]);
    const wanted = quatMul(base_orientation, goal_orientation);
    const gap = norm(each(3, (i) => tool_position[i] - target[i]));
    const turn = quatAngle([tool_orientation[3], tool_orientation[0], tool_orientation[1], tool_orientation[2]], wanted);
    const there = and(less(gap, 0.02), less(turn, 0.1));
    const isNot = 1 - there;
    const step = t < 0 ? NaN : t;
    const previousValue = t > 0 ? lastValue : orElse(lastValue, isNot);
    const lastValue2 = t < 0 ? previousLast : orElse(choose(isNot, step, choose(previousValue, step - 1, previousLast)), previousLast);
    const previousRates = t > 0 ? lastRates : each(7, (i) => orElse(lastRates[i], rates[i]));
    if (t >= 0) {
      columns.ended[t] = collided === 1 ? 1 : 0;
      columns.near[t] = 1 - Math.tanh(gap / 0.1);
      columns.aligned[t] = Math.exp(-Math.pow(gap / 0.2, 2)) * Math.exp(-Math.pow(turn / 0.4, 2));
      columns.far[t] = gap / 1;
      columns.hasty[t] = sumsq(each(7, (i) => rates[i] / 1));
      columns.jerk[t] = sumsq(each(7, (i) => (rates[i] - previousRates[i]) / 1));
      columns.crash[t] = collided;
      columns.arrived_for[t] = (step - lastValue2) * 0.03333333333333333;
      columns.there[t] = there;
    }
    lastRates = rates;
    lastValue = isNot;
    previousLast = lastValue2;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const reached = and(last(columns.there), 1 - any(columns.crash));

  // What each term pays on each step: weighted and signed.
  const paid = {
    near: payEachStep(rules.near, columns.near, weights.near, ledger, null, 0.03333333333333333),
    /** Turning is paid only near the target: a wrist that turns far away earns nothing. */
    aligned: payEachStep(rules.aligned, columns.aligned, weights.aligned, ledger, null, 0.03333333333333333),
    far: payEachStep(rules.far, columns.far, weights.far, ledger, null, 0.03333333333333333),
    hasty: payEachStep(rules.hasty, columns.hasty, weights.hasty, ledger, null, 0.03333333333333333),
    jerk: payEachStep(rules.jerk, columns.jerk, weights.jerk, ledger),
    crash: payEachStep(rules.crash, columns.crash, weights.crash, ledger),
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
    probes: { arrived_for: Array.from(columns.arrived_for, orNull) },
    goal: asTruth(reached),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  goal_position: input("goal_position", "number", { lo: -0.8, hi: 0.8 }),
  goal_orientation: input("goal_orientation", "number"),
  base_position: input("base_position", "number", { lo: -2, hi: 2 }),
  base_orientation: input("base_orientation", "number"),
  tool_position: input("tool_position", "number", { lo: -3, hi: 3 }),
  tool_orientation: input("tool_orientation", "number"),
  collided: input("collided", "bool"),
  rates: input("rates", "number", { lo: -3, hi: 3 }),
};

const rules = {
  near: objective("near", 0, 1, "second"),
  aligned: objective("aligned", 0, 1, "second"),
  far: penalty("far", 0, null, "second"),
  hasty: penalty("hasty", 0, 63, "second"),
  jerk: penalty("jerk", 0, 252),
  crash: penalty("crash", 0, 1, "once"),
};

