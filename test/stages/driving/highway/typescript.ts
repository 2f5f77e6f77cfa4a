// Highway: Make good time on a motorway: quick within a band, on the right where there is room, never at the price of a crash.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m/s], 0..50, from environment */
  speed: number;
  /** whole, 0..3, from environment */
  lane: number;
  /** from environment */
  on_road: boolean | 0 | 1;
  /** [m], each in 0..200, from environment */
  ahead: number[];
  /** 4 conditions, from environment */
  free: (boolean | 0 | 1)[];
  /** from environment, hazard */
  crashed: boolean | 0 | 1;
  /** from action */
  manoeuvre: "left" | "keep" | "right" | "faster" | "slower";
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
  /** [m/s], 25..40 */
  limit_speed: 33,
};

/** The names of what is paid. */
export const terms = ["pace", "right", "speeding", "close", "weaving", "crash"] as const;

/** Constraints over many episodes: the fold of what each adds to one, under `limits` of its result, against the bound. */
export const limits = [
  { name: "crashes", fold: "mean", comparison: "<=", bound: 0.001 },
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
  const { limit_speed } = { ...params, ...options.params };
  const weights = { pace: 1, right: 0.2, speeding: 2, close: 0.5, weaving: 0.1, crash: 50, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    pace: new Float64Array(n),
    right: new Float64Array(n),
    speeding: new Float64Array(n),
    close: new Float64Array(n),
    weaving: new Float64Array(n),
    crash: new Float64Array(n),
    speed: new Float64Array(n),
    crashed: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const speed = readNumber(row.speed, inputs.speed, t, ledger.invalid);
    const lane = readNumber(row.lane, inputs.lane, t, ledger.invalid);
    const on_road = readNumber(row.on_road, inputs.on_road, t, ledger.invalid);
    const ahead = readList(row.ahead, [], inputs.ahead, t, ledger.invalid) as number[] | null;
    const free = readComponents(row.free, 4, inputs.free, t, ledger.invalid);
    const crashed = readNumber(row.crashed, inputs.crashed, t, ledger.invalid);
    const manoeuvre = readText(row.manoeuvre, inputs.manoeuvre, t, ledger.invalid);
    if (t < 0) continue;
    const nearest = orElse(unlessMissing(minimum, ahead), 200);
    const anyValue = unlessMissing(any, mapEach(integers(0, 3), (k) => elementAt(free, k), (k) => less(k, lane)));
    const room = and(greater(lane, 0), anyValue);
    const isFailure = 1 - on_road;
    columns.ended[t] = crashed === 1 || isFailure === 1 ? 1 : 0;
    columns.pace[t] = ramp(speed, 20, limit_speed);
    columns.right[t] = choose(room, 1 - lane / 3, 1);
    columns.speeding[t] = ramp(speed, limit_speed + 2, 50);
    columns.close[t] = 1 - ramp(nearest, 0.5 * speed, 2 * speed + 1);
    columns.weaving[t] = unlessMissing(oneOf, manoeuvre, ["left", "right"]);
    columns.crash[t] = or(crashed, isFailure);
    columns.speed[t] = speed;
    columns.crashed[t] = crashed;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const arrived = and(1 - any(columns.crash), greater(mean(columns.speed), 25));

  // What each term pays on each step: weighted and signed.
  const paid = {
    pace: payEachStep(rules.pace, columns.pace, weights.pace, ledger),
    right: payEachStep(rules.right, columns.right, weights.right, ledger),
    speeding: payEachStep(rules.speeding, columns.speeding, weights.speeding, ledger),
    close: payEachStep(rules.close, columns.close, weights.close, ledger),
    weaving: payEachStep(rules.weaving, columns.weaving, weights.weaving, ledger),
    /** More than all that can be earned in 40 steps: a crash is never worth the time it saves. */
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
    discount: 0.95,
    ledger,
    limits: { crashes: orNull(any(columns.crashed)) },
    goal: asTruth(arrived),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  speed: input("speed", "number", { lo: 0, hi: 50 }),
  lane: input("lane", "number", { lo: 0, hi: 3, integer: true }),
  on_road: input("on_road", "bool"),
  ahead: input("ahead", "number", { lo: 0, hi: 200 }),
  free: input("free", "bool"),
  crashed: input("crashed", "bool"),
  manoeuvre: input("manoeuvre", "text", { alternatives: ["left", "keep", "right", "faster", "slower"] }),
};

const rules = {
  pace: objective("pace", 0, 1),
  right: objective("right", 0, 1),
  speeding: penalty("speeding", 0, 1),
  close: penalty("close", 0, 1),
  weaving: penalty("weaving", 0, 1),
  crash: penalty("crash", 0, 1, "once"),
};

