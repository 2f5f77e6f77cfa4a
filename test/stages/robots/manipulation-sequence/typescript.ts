// PickAndPlace: Pick a cube up and put it into a bin: four stages in order, each judged by what the cube does and not by what the hand does.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], 3 numbers, each in -1..1, from environment */
  hand: number[];
  /** [m], 3 numbers, each in -1..1, from environment */
  cube: number[];
  /** [m], 0..0.08, from environment */
  opening: number;
  /** [N], 0..60, from environment */
  force: number;
  /** [m/s], 0..2, from environment */
  speed: number;
  /** from environment, hazard */
  dropped: boolean | 0 | 1;
  /** 7 numbers, each in -1..1, from action */
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
  /** [m], 3 numbers, each in -1..1, from environment */
  bin: number[];
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
export const terms = ["delivery", "lost", "squeeze", "jerk", "stages", "grasp", "carry"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = {
    delivery: 10,
    lost: 5,
    squeeze: 0.01,
    jerk: 0.002,
    stages: 4,
    grasp: 1,
    carry: 2,
    ...options.weights,
  };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const bin = readComponents(atStart("bin"), 3, inputs.bin, null, ledger.invalid);

  const columns = {
    ended: new Float64Array(n),
    delivery: new Float64Array(n),
    lost: new Float64Array(n),
    squeeze: new Float64Array(n),
    jerk: new Float64Array(n),
    stages: new Float64Array(n),
    grasp: new Float64Array(n),
    carry: new Float64Array(n),
  };
  let previousTaskStage = 0;
  let previousTaskFailed = 0;
  let previousTaskWaited = 0;
  let previousTaskHeld = 0;
  let lastAction = each(7, () => NaN);
  const before = { stages: NaN, grasp: NaN, carry: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const hand = readComponents(row.hand, 3, inputs.hand, t, ledger.invalid);
    const cube = readComponents(row.cube, 3, inputs.cube, t, ledger.invalid);
    const opening = readNumber(row.opening, inputs.opening, t, ledger.invalid);
    const force = readNumber(row.force, inputs.force, t, ledger.invalid);
    const speed = readNumber(row.speed, inputs.speed, t, ledger.invalid);
    const dropped = readNumber(row.dropped, inputs.dropped, t, ledger.invalid);
    const action = readComponents(row.action, 7, inputs.action, t, ledger.invalid);
    const reach = norm(each(3, (i) => hand[i] - cube[i]));
    const gap = norm(each(3, (i) => cube[i] - bin[i]));
    const isLess = less(reach, 0.03);
    const grip = and(and(greater(force, 2), between(opening, 0.02, 0.06)), isLess);
    const placed = and(and(less(gap, 0.04), less(speed, 0.05)), 1 - grip);
    const both = and(less(previousTaskStage, 4), 1 - previousTaskFailed);
    const isEqual = equal(previousTaskStage, 2);
    const isEqualValue = equal(previousTaskStage, 1);
    const choice = choose(isEqualValue, grip, choose(isEqual, and(grip, greater(cube[2], 0.12)), placed));
    const isEqualValue2 = equal(previousTaskStage, 0);
    const choiceValue = choose(orElse(choose(isEqualValue2, isLess, choice), 0), previousTaskHeld + 1, 0);
    const taskReached = greaterEqual(choiceValue, choose(isEqualValue2, 1, choose(isEqualValue, 5, choose(isEqual, 1, 10))));
    const sum = previousTaskWaited + 1;
    const choiceValue2 = choose(isEqualValue2, Infinity, choose(isEqualValue, Infinity, choose(isEqual, 120, 160)));
    const value = orElse(dropped, 1);
    const taskAdvances = and(both, and(taskReached, 1 - value));
    const either = or(previousTaskFailed, and(both, or(value, and(1 - taskReached, greaterEqual(sum, choiceValue2)))));
    const taskStage = t < 0 ? previousTaskStage : orElse(previousTaskStage + choose(taskAdvances, 1, 0), previousTaskStage);
    const lost = t < 0 ? previousTaskFailed : orElse(either, previousTaskFailed);
    const taskWaited = t < 0 ? previousTaskWaited : orElse(choose(taskAdvances, 0, sum), previousTaskWaited);
    const taskHeld = t < 0 ? previousTaskHeld : orElse(choose(taskAdvances, 0, choiceValue), previousTaskHeld);
    const delivery = greaterEqual(taskStage, 4);
    const stages = taskStage / 4;
    const caged = tolerance(opening, 0.03, 0.05, 0.03, 0.1, "long_tail");
    const brought = tolerance(gap, 0, 0.04, 0.5, 0.1, "long_tail");
    const near = tolerance(reach, 0, 0.02, 0.3, 0.1, "long_tail");
    const previousAction = t > 0 ? lastAction : each(7, (i) => orElse(lastAction[i], action[i]));
    const grasp = hamacher(near, caged);
    const carry = choose(greaterEqual(taskStage, 2), brought, 0);
    if (t < 0) {
      before.stages = stages;
      before.grasp = grasp;
      before.carry = carry;
    } else {
      columns.ended[t] = delivery === 1 || lost === 1 ? 1 : 0;
      columns.delivery[t] = delivery;
      columns.lost[t] = lost;
      columns.squeeze[t] = ramp(force, 25, 60);
      columns.jerk[t] = sumsq(each(7, (i) => action[i] - previousAction[i]));
      columns.stages[t] = stages;
      columns.grasp[t] = grasp;
      columns.carry[t] = carry;
    }
    lastAction = action;
    previousTaskStage = taskStage;
    previousTaskFailed = lost;
    previousTaskWaited = taskWaited;
    previousTaskHeld = taskHeld;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const delivered = any(columns.delivery);

  // What each term pays on each step: weighted and signed.
  const paid = {
    delivery: payEachStep(rules.delivery, columns.delivery, weights.delivery, ledger),
    lost: payEachStep(rules.lost, columns.lost, weights.lost, ledger),
    squeeze: payEachStep(rules.squeeze, columns.squeeze, weights.squeeze, ledger),
    jerk: payEachStep(rules.jerk, columns.jerk, weights.jerk, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    /** What guides are potentials: hovering, or lifting and lowering again, earns nothing. */
    stages: addShaping(
      "stages",
      columns.stages,
      before.stages,
      outcome.terminated,
      0.99,
      weights.stages,
      rewards,
      ledger,
    ),
    grasp: addShaping("grasp", columns.grasp, before.grasp, outcome.terminated, 0.99, weights.grasp, rewards, ledger),
    carry: addShaping("carry", columns.carry, before.carry, outcome.terminated, 0.99, weights.carry, rewards, ledger),
  };
  return report({
    episode,
    terms: { ...paid, ...shaping },
    rewards,
    unshaped,
    discount: 0.99,
    ledger,
    goal: asTruth(delivered),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  bin: input("bin", "number", { lo: -1, hi: 1 }),
  hand: input("hand", "number", { lo: -1, hi: 1 }),
  cube: input("cube", "number", { lo: -1, hi: 1 }),
  opening: input("opening", "number", { lo: 0, hi: 0.08 }),
  force: input("force", "number", { lo: 0, hi: 60 }),
  speed: input("speed", "number", { lo: 0, hi: 2 }),
  dropped: input("dropped", "bool"),
  action: input("action", "number", { lo: -1, hi: 1 }),
};

const rules = {
  delivery: objective("delivery", 0, 1, "once"),
  lost: penalty("lost", 0, 1, "once"),
  squeeze: penalty("squeeze", 0, 1),
  jerk: penalty("jerk", 0, 28),
};

