// BuildingEnergy: Cool an office for the people in it, at the price of the hour. An empty room needs no comfort; a broken machine pays nobody.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [degC], 5..45, from environment */
  room: number;
  /** whole, 0..60, from environment */
  people: number;
  /** [kWh], 0..10, from environment */
  used: number;
  /** [kWh], 0..8, from environment */
  solar: number;
  /** [usd/kWh], 0..1.5, from environment */
  price: number;
  /** from environment */
  starts: boolean | 0 | 1;
  /** from environment, hazard */
  tripped: boolean | 0 | 1;
  /** [degC], 16..30, from action */
  setpoint: number;
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
  /** [usd/kWh], 0..0.3 */
  feed_in: 0.08,
  /** [usd], 0..2 */
  patience: 0.5,
};

/** The names of what is paid. */
export const terms = ["bill", "discomfort", "surplus", "wear", "wobble", "trip"] as const;

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
  const { patience, feed_in } = { ...params, ...options.params };
  const hours = 900 / 3600;
  const weights = { bill: 1, discomfort: 1, surplus: 1, wear: 0.1, wobble: 0.02, trip: 3000, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    bill: new Float64Array(n),
    discomfort: new Float64Array(n),
    surplus: new Float64Array(n),
    wear: new Float64Array(n),
    wobble: new Float64Array(n),
    trip: new Float64Array(n),
    power: new Float64Array(n),
    either: new Float64Array(n),
  };
  let lastSetpoint = NaN;
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const room = readNumber(row.room, inputs.room, t, ledger.invalid);
    const people = readNumber(row.people, inputs.people, t, ledger.invalid);
    const used = readNumber(row.used, inputs.used, t, ledger.invalid);
    const solar = readNumber(row.solar, inputs.solar, t, ledger.invalid);
    const price = readNumber(row.price, inputs.price, t, ledger.invalid);
    const starts = readNumber(row.starts, inputs.starts, t, ledger.invalid);
    const tripped = readNumber(row.tripped, inputs.tripped, t, ledger.invalid);
    const setpoint = readNumber(row.setpoint, inputs.setpoint, t, ledger.invalid);
    const bought = Math.max(used - solar, 0);
    const sold = Math.max(solar - used, 0);
    const misfit = Math.max(21 - room, 0) + Math.max(room - 25, 0);
    const previousSetpoint = t > 0 ? lastSetpoint : orElse(lastSetpoint, setpoint);
    if (t >= 0) {
      columns.ended[t] = tripped === 1 ? 1 : 0;
      columns.bill[t] = bought * price;
      columns.discomfort[t] = patience * people * misfit / 1 * hours;
      columns.surplus[t] = sold * Math.min(feed_in, price);
      columns.wear[t] = starts;
      columns.wobble[t] = Math.abs(setpoint - previousSetpoint) / 1;
      columns.trip[t] = tripped;
      columns.power[t] = used / 900;
      columns.either[t] = or(lessEqual(misfit, 0.5), equal(people, 0));
    }
    lastSetpoint = setpoint;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const comfortable = all(columns.either);
  const cheap = -sum(columns.bill);

  // What each term pays on each step: weighted and signed.
  const paid = {
    /** All in dollars: the weights only price wear and restlessness. */
    bill: payEachStep(rules.bill, columns.bill, weights.bill, ledger),
    discomfort: payEachStep(rules.discomfort, columns.discomfort, weights.discomfort, ledger),
    surplus: payEachStep(rules.surplus, columns.surplus, weights.surplus, ledger),
    wear: payEachStep(rules.wear, columns.wear, weights.wear, ledger),
    wobble: payEachStep(rules.wobble, columns.wobble, weights.wobble, ledger),
    trip: payEachStep(rules.trip, columns.trip, weights.trip, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 0.995,
    ledger,
    probes: { power: Array.from(columns.power, orNull) },
    goal: { comfortable: asTruth(comfortable), cheap: orNull(cheap) },
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  room: input("room", "number", { lo: 5, hi: 45 }),
  people: input("people", "number", { lo: 0, hi: 60, integer: true }),
  used: input("used", "number", { lo: 0, hi: 10 }),
  solar: input("solar", "number", { lo: 0, hi: 8 }),
  price: input("price", "number", { lo: 0, hi: 1.5 }),
  starts: input("starts", "bool"),
  tripped: input("tripped", "bool"),
  setpoint: input("setpoint", "number", { lo: 16, hi: 30 }),
};

const rules = {
  bill: penalty("bill", 0, 15),
  discomfort: penalty("discomfort", 0, 1080),
  surplus: objective("surplus", 0, 2.4),
  wear: penalty("wear", 0, 1),
  wobble: penalty("wobble", 0, 14),
  trip: penalty("trip", 0, 1, "once"),
};

