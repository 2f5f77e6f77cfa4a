// SignalControl: One crossing with four approaches: let waiting shrink for everybody, and forget no lane however few wait there.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [s], each in 0..3600, from simulator */
  waiting: number[];
  /** 4 numbers, each in 0..40, from simulator */
  queues: number[];
  /** [m/s], each in 0..20, from simulator */
  arriving: number[];
  /** whole, 0..30, from simulator */
  left: number;
  /** from simulator */
  emergency: boolean | 0 | 1;
  /** whole, 0..30, from simulator */
  teleport: number;
  /** from action */
  phase: "ns" | "ns_left" | "ew" | "ew_left";
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

/** The names of what is paid. */
export const terms = ["waiting", "starved", "pressure", "ambulance", "flicker", "removed", "relief"] as const;

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
    waiting: 1,
    starved: 0.5,
    pressure: 0.2,
    ambulance: 2,
    flicker: 0.2,
    removed: 5,
    relief: 1,
    ...options.weights,
  };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    waiting: new Float64Array(n),
    starved: new Float64Array(n),
    pressure: new Float64Array(n),
    ambulance: new Float64Array(n),
    flicker: new Float64Array(n),
    removed: new Float64Array(n),
    relief: new Float64Array(n),
    speed: new Float64Array(n),
    flow: new Float64Array(n),
    total: new Float64Array(n),
    isLess: new Float64Array(n),
    max: new Float64Array(n),
  };
  const recentLeft: number[] = [];
  let lastPhase: string | null = null;
  const before = { relief: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const waiting = readList(row.waiting, [], inputs.waiting, t, ledger.invalid) as number[] | null;
    const queues = readComponents(row.queues, 4, inputs.queues, t, ledger.invalid);
    const arriving = readList(row.arriving, [], inputs.arriving, t, ledger.invalid) as number[] | null;
    const left = readNumber(row.left, inputs.left, t, ledger.invalid);
    const emergency = readNumber(row.emergency, inputs.emergency, t, ledger.invalid);
    const teleport = readNumber(row.teleport, inputs.teleport, t, ledger.invalid);
    const phase = readText(row.phase, inputs.phase, t, ledger.invalid);
    const total = unlessMissing(sum, waiting);
    const longest = orElse(unlessMissing(maximum, waiting), 0);
    const flow = t < 0 ? NaN : mean(slide(recentLeft, left, 60));
    const previousPhase: string | null = t > 0 ? lastPhase : itemOrElse(lastPhase, phase);
    const relief = -total / 100;
    if (t < 0) {
      before.relief = relief;
    } else {
      columns.waiting[t] = Math.min(total / 600, 4);
      columns.starved[t] = orElse(unlessMissing(mean, mapEach(waiting, (w) => ramp(w, 90, 180))), 0);
      columns.pressure[t] = std(queues) / 40;
      columns.ambulance[t] = emergency;
      columns.flicker[t] = notEqual(phase, previousPhase);
      columns.removed[t] = teleport;
      columns.relief[t] = relief;
      columns.speed[t] = orElse(unlessMissing(mean, arriving), 0);
      columns.flow[t] = flow;
      columns.total[t] = total;
      columns.isLess[t] = less(longest, 180);
      columns.max[t] = maximum(queues);
    }
    lastPhase = phase;
  }

  const outcome = settleOutcome(steps, null);
  const flowing = and(less(mean(columns.total), 300), all(columns.isLess));
  const fair = -maximum(columns.max);

  // What each term pays on each step: weighted and signed.
  const paid = {
    waiting: payEachStep(rules.waiting, columns.waiting, weights.waiting, ledger),
    /** Without it the emptiest lane waits for ever. */
    starved: payEachStep(rules.starved, columns.starved, weights.starved, ledger),
    pressure: payEachStep(rules.pressure, columns.pressure, weights.pressure, ledger),
    ambulance: payEachStep(rules.ambulance, columns.ambulance, weights.ambulance, ledger),
    flicker: payEachStep(rules.flicker, columns.flicker, weights.flicker, ledger),
    /** A car that the simulator removes stops waiting, but has not been served. */
    removed: payEachStep(rules.removed, columns.removed, weights.removed, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    /** The change of all waiting, as a potential: it falls when cars go and rises again when they come back to stand. */
    relief: addShaping(
      "relief",
      columns.relief,
      before.relief,
      outcome.terminated,
      0.99,
      weights.relief,
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
    probes: { speed: Array.from(columns.speed, orNull), flow: Array.from(columns.flow, orNull) },
    goal: { flowing: asTruth(flowing), fair: orNull(fair) },
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  waiting: input("waiting", "number", { lo: 0, hi: 3600 }),
  queues: input("queues", "number", { lo: 0, hi: 40 }),
  arriving: input("arriving", "number", { lo: 0, hi: 20 }),
  left: input("left", "number", { lo: 0, hi: 30, integer: true }),
  emergency: input("emergency", "bool"),
  teleport: input("teleport", "number", { lo: 0, hi: 30, integer: true }),
  phase: input("phase", "text", { alternatives: ["ns", "ns_left", "ew", "ew_left"] }),
};

const rules = {
  waiting: penalty("waiting", 0, 4),
  starved: penalty("starved", 0, 1),
  pressure: penalty("pressure", 0, 0.500000000000001),
  ambulance: penalty("ambulance", 0, 1),
  flicker: penalty("flicker", 0, 1),
  removed: penalty("removed", 0, 30),
};

