// DroneRace: Fly a quadrotor through four gates in order, as fast as it can be done without touching anything.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], 0..125, from environment */
  along: number;
  /** [m], 0..20, from environment */
  aside: number;
  /** 4 conditions, from environment */
  passed: (boolean | 0 | 1)[];
  /** [1/s], 3 numbers, each in -18..18, from environment */
  spin: number[];
  /** -1..1, from environment */
  gate_cos: number;
  /** from environment, hazard */
  crashed: boolean | 0 | 1;
  /** 4 numbers, each in 0..1, from action */
  thrust: number[];
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** [m], 4 numbers, each in 0..120, from environment */
  gates: number[];
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
export const terms = [
  "finish",
  "time",
  "crash",
  "missed",
  "spin",
  "jerk",
  "gates_done",
  "approach",
  "looking",
] as const;

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
    finish: 20,
    time: 0.2,
    crash: 20,
    missed: 10,
    spin: 0.002,
    jerk: 0.01,
    gates_done: 8,
    approach: 2,
    looking: 0.5,
    ...options.weights,
  };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const gates = readComponents(atStart("gates"), 4, inputs.gates, null, ledger.invalid);

  const columns = {
    ended: new Float64Array(n),
    finish: new Float64Array(n),
    crash: new Float64Array(n),
    missed: new Float64Array(n),
    spin: new Float64Array(n),
    jerk: new Float64Array(n),
    gates_done: new Float64Array(n),
    approach: new Float64Array(n),
    looking: new Float64Array(n),
    speed: new Float64Array(n),
    clearance: new Float64Array(n),
  };
  let previousRaceStage = 0;
  let previousRaceFailed = 0;
  let previousRaceWaited = 0;
  let lastAlong = NaN;
  const recentAside: number[] = [];
  let lastThrust = each(4, () => NaN);
  const before = { gates_done: NaN, approach: NaN, looking: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const along = readNumber(row.along, inputs.along, t, ledger.invalid);
    const aside = readNumber(row.aside, inputs.aside, t, ledger.invalid);
    const passed = readComponents(row.passed, 4, inputs.passed, t, ledger.invalid);
    const spin = readComponents(row.spin, 3, inputs.spin, t, ledger.invalid);
    const gate_cos = readNumber(row.gate_cos, inputs.gate_cos, t, ledger.invalid);
    const crashed = readNumber(row.crashed, inputs.crashed, t, ledger.invalid);
    const thrust = readComponents(row.thrust, 4, inputs.thrust, t, ledger.invalid);
    const both = and(less(previousRaceStage, 4), 1 - previousRaceFailed);
    const isEqual = equal(previousRaceStage, 2);
    const isEqualValue = equal(previousRaceStage, 1);
    const isEqualValue2 = equal(previousRaceStage, 0);
    const choice = choose(isEqualValue2, passed[0], choose(isEqualValue, passed[1], choose(isEqual, passed[2], passed[3])));
    const raceReached = orElse(choice, 0);
    const sum = previousRaceWaited + 1;
    const choiceValue = choose(isEqualValue2, Infinity, choose(isEqualValue, 400, choose(isEqual, 400, 400)));
    const value = orElse(crashed, 1);
    const raceAdvances = and(both, and(raceReached, 1 - value));
    const either = or(previousRaceFailed, and(both, or(value, and(1 - raceReached, greaterEqual(sum, choiceValue)))));
    const raceStage = t < 0 ? previousRaceStage : orElse(previousRaceStage + choose(raceAdvances, 1, 0), previousRaceStage);
    const isFailure = t < 0 ? previousRaceFailed : orElse(either, previousRaceFailed);
    const raceWaited = t < 0 ? previousRaceWaited : orElse(choose(raceAdvances, 0, sum), previousRaceWaited);
    const finish = greaterEqual(raceStage, 4);
    const gates_done = raceStage / 4;
    const next = elementAt(gates, Math.min(raceStage, 3));
    const previousAlong = t > 0 ? lastAlong : orElse(lastAlong, along);
    const clearance = t < 0 ? NaN : minimum(slide(recentAside, aside, 25));
    const previousThrust = t > 0 ? lastThrust : each(4, (i) => orElse(lastThrust[i], thrust[i]));
    const approach = -Math.min(Math.max(Math.abs(next - along) + aside, 0), 40) / 40;
    if (t < 0) {
      before.gates_done = gates_done;
      before.approach = approach;
      before.looking = gate_cos;
    } else {
      columns.ended[t] = finish === 1 || isFailure === 1 ? 1 : 0;
      columns.finish[t] = finish;
      columns.crash[t] = crashed;
      columns.missed[t] = and(isFailure, 1 - crashed);
      columns.spin[t] = sumsq(each(3, (i) => spin[i] / 1));
      columns.jerk[t] = sumsq(each(4, (i) => thrust[i] - previousThrust[i]));
      columns.gates_done[t] = gates_done;
      columns.approach[t] = approach;
      columns.looking[t] = gate_cos;
      columns.speed[t] = (along - previousAlong) / 0.02;
      columns.clearance[t] = clearance;
    }
    lastThrust = thrust;
    lastAlong = along;
    previousRaceStage = raceStage;
    previousRaceFailed = isFailure;
    previousRaceWaited = raceWaited;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const finished = any(columns.finish);

  // What each term pays on each step: weighted and signed.
  const paid = {
    finish: payEachStep(rules.finish, columns.finish, weights.finish, ledger),
    /** The lap time, in seconds, is what competitors compare. */
    time: payEachStep(rules.time, new Float64Array(n).fill(1), weights.time, ledger, null, 0.02),
    crash: payEachStep(rules.crash, columns.crash, weights.crash, ledger),
    missed: payEachStep(rules.missed, columns.missed, weights.missed, ledger),
    spin: payEachStep(rules.spin, columns.spin, weights.spin, ledger, null, 0.02),
    jerk: payEachStep(rules.jerk, columns.jerk, weights.jerk, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    /** Only the way to the gate that is next counts, so a short cut past a gate leads nowhere. */
    gates_done: addShaping(
      "gates_done",
      columns.gates_done,
      before.gates_done,
      outcome.terminated,
      0.995,
      weights.gates_done,
      rewards,
      ledger,
    ),
    approach: addShaping(
      "approach",
      columns.approach,
      before.approach,
      outcome.terminated,
      0.995,
      weights.approach,
      rewards,
      ledger,
    ),
    looking: addShaping(
      "looking",
      columns.looking,
      before.looking,
      outcome.terminated,
      0.995,
      weights.looking,
      rewards,
      ledger,
    ),
  };
  return report({
    episode,
    terms: { ...paid, ...shaping },
    rewards,
    unshaped,
    discount: 0.995,
    ledger,
    probes: { speed: Array.from(columns.speed, orNull), clearance: Array.from(columns.clearance, orNull) },
    goal: asTruth(finished),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  gates: input("gates", "number", { lo: 0, hi: 120 }),
  along: input("along", "number", { lo: 0, hi: 125 }),
  aside: input("aside", "number", { lo: 0, hi: 20 }),
  passed: input("passed", "bool"),
  spin: input("spin", "number", { lo: -18, hi: 18 }),
  gate_cos: input("gate_cos", "number", { lo: -1, hi: 1 }),
  crashed: input("crashed", "bool"),
  thrust: input("thrust", "number", { lo: 0, hi: 1 }),
};

const rules = {
  finish: objective("finish", 0, 1, "once"),
  time: penalty("time", 1, 1, "second"),
  crash: penalty("crash", 0, 1, "once"),
  missed: penalty("missed", 0, 1, "once"),
  spin: penalty("spin", 0, 972, "second"),
  jerk: penalty("jerk", 0, 4),
};

