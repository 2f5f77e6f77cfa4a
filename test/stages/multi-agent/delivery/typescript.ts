// CooperativeDelivery: Four robots empty a warehouse together. Each is paid for its own parcels and for the team's, so that helping pays and free riding does not.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], each in 0..40, from environment */
  places: number[][];
  /** 4 numbers, each in 0..3, from environment */
  delivered: number[];
  /** 4 numbers, each in 0..3, from environment */
  returned: number[];
  /** whole, 0..100, from environment */
  left: number;
  /** 4 numbers, each in 0..1, from environment */
  battery: number[];
  /** 4 conditions, from environment, hazard */
  collided: (boolean | 0 | 1)[];
  /** [m/s], 4 numbers, each in 0..2, from action */
  speeds: number[];
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
  /** 0..1 */
  share: 0.5,
};

/** The names of what is paid. */
export const terms = ["credited", "finish", "crash", "crowding", "energy", "flat", "fairness"] as const;

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
  const { share } = { ...params, ...options.params };
  const weights = {
    credited: 1,
    finish: 20,
    crash: 150,
    crowding: 0.02,
    energy: 0.001,
    flat: 0.05,
    fairness: 2,
    ...options.weights,
  };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    credited: new Float64Array(n),
    finish: new Float64Array(n),
    crash: new Float64Array(n),
    crowding: new Float64Array(n),
    energy: new Float64Array(n),
    flat: new Float64Array(n),
    fairness: new Float64Array(n),
    each: new Float64Array(n),
    isAtLeast: new Float64Array(n),
  };
  let previousParcels = [0, 0, 0, 0];
  const before = { fairness: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const places = readList(row.places, [2], inputs.places, t, ledger.invalid) as number[][] | null;
    const delivered = readComponents(row.delivered, 4, inputs.delivered, t, ledger.invalid);
    const returned = readComponents(row.returned, 4, inputs.returned, t, ledger.invalid);
    const left = readNumber(row.left, inputs.left, t, ledger.invalid);
    const battery = readComponents(row.battery, 4, inputs.battery, t, ledger.invalid);
    const collided = readComponents(row.collided, 4, inputs.collided, t, ledger.invalid);
    const speeds = readComponents(row.speeds, 4, inputs.speeds, t, ledger.invalid);
    const net = each(4, (i) => delivered[i] - returned[i]);
    const product = share * mean(net);
    /** What each robot is credited with; a trainer of single agents reads it, and it adds up to the team's reward. */
    const credit = each(4, (i) => (1 - share) * net[i] + product);
    const last_one = length(places) - 1;
    const forValue = mapEach(integers(0, last_one), (iValue) => { const part = vectorAt(places, iValue, 2); const partValue = each(2, (i) => orElse(part[i], [0, 0][i])); return unlessMissing(count, mapEach(integers(iValue + 1, last_one), (j) => { const partValue2 = vectorAt(places, j, 2); const partValue3 = each(2, (i) => orElse(partValue2[i], [0, 0][i])); const subtract = each(2, (i) => partValue[i] - partValue3[i]); return less(norm(subtract), 1); })); });
    const isSuccess = equal(left, 0);
    const isFailure = any(collided);
    const succeeded = t >= 0 && isSuccess === 1 ? 1 : 0;
    const parcels = t < 0 ? previousParcels : each(4, (i) => orElse(previousParcels[i] + net[i], previousParcels[i]));
    const min = minimum(parcels);
    const failed = t >= 0 && isFailure === 1 ? 1 : 0;
    const fairness = ramp(min, 0, 25);
    if (t < 0) {
      before.fairness = fairness;
    } else {
      columns.ended[t] = isSuccess === 1 || isFailure === 1 ? 1 : 0;
      columns.credited[t] = sum(credit);
      columns.finish[t] = succeeded;
      columns.crash[t] = failed;
      columns.crowding[t] = unlessMissing(sum, forValue);
      columns.energy[t] = sumsq(each(4, (i) => speeds[i] / 1));
      columns.flat[t] = count(each(4, (i) => less(battery[i], 0.1)));
      columns.fairness[t] = fairness;
      columns.each[t] = maximum(credit) - minimum(credit);
      columns.isAtLeast[t] = greaterEqual(min, 5);
    }
    previousParcels = parcels;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const emptied = any(columns.finish);
  const shared = last(columns.isAtLeast);

  // What each term pays on each step: weighted and signed.
  const paid = {
    credited: payEachStep(rules.credited, columns.credited, weights.credited, ledger),
    finish: payEachStep(rules.finish, columns.finish, weights.finish, ledger),
    crash: payEachStep(rules.crash, columns.crash, weights.crash, ledger),
    crowding: payEachStep(rules.crowding, columns.crowding, weights.crowding, ledger),
    energy: payEachStep(rules.energy, columns.energy, weights.energy, ledger),
    flat: payEachStep(rules.flat, columns.flat, weights.flat, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    fairness: addShaping(
      "fairness",
      columns.fairness,
      before.fairness,
      outcome.terminated,
      0.99,
      weights.fairness,
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
    probes: { each: Array.from(columns.each, orNull) },
    goal: { emptied: asTruth(emptied), shared: asTruth(shared) },
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  places: input("places", "number", { lo: 0, hi: 40 }),
  delivered: input("delivered", "number", { lo: 0, hi: 3 }),
  returned: input("returned", "number", { lo: 0, hi: 3 }),
  left: input("left", "number", { lo: 0, hi: 100, integer: true }),
  battery: input("battery", "number", { lo: 0, hi: 1 }),
  collided: input("collided", "bool"),
  speeds: input("speeds", "number", { lo: 0, hi: 2 }),
};

const rules = {
  credited: objective("credited", -24, 24),
  finish: objective("finish", 0, 1, "once"),
  crash: penalty("crash", 0, 1, "once"),
  crowding: penalty("crowding", 0, null),
  energy: penalty("energy", 0, 16),
  flat: penalty("flat", 0, 4),
};

