// Epidemic: Choose how much of public life stays open during an epidemic: few people ill, hospitals never full, and no closure without cause.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [person], 0..100000000, from simulator */
  infected: number;
  /** [person], 0..100000000, from simulator */
  reported: number;
  /** [person], 0..1000000, from simulator */
  critical: number;
  /** [person], 0..1000000, from simulator */
  deaths: number;
  /** whole, 0..4, from action */
  stage: number;
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** [person], 10000..100000000, from dataset */
  population: number;
  /** [person], 10..100000, from dataset */
  beds: number;
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
export const terms = ["illness", "overload", "deaths", "closure", "flicker", "alarm"] as const;

/** Constraints over many episodes: the fold of what each adds to one, under `limits` of its result, against the bound. */
export const limits = [
  { name: "collapse", fold: "mean", comparison: "<=", bound: 0.05 },
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
  const weights = { illness: 2, overload: 10, deaths: 5, closure: 0.5, flicker: 0.1, alarm: 0.5, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const population = readNumber(atStart("population"), inputs.population, null, ledger.invalid);
  const beds = readNumber(atStart("beds"), inputs.beds, null, ledger.invalid);

  const columns = {
    illness: new Float64Array(n),
    overload: new Float64Array(n),
    deaths: new Float64Array(n),
    closure: new Float64Array(n),
    flicker: new Float64Array(n),
    alarm: new Float64Array(n),
    alarmWhen: new Float64Array(n),
    found: new Float64Array(n),
    deaths2: new Float64Array(n),
    load: new Float64Array(n),
    isEqual: new Float64Array(n),
  };
  let lastStage = NaN;
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const infected = readNumber(row.infected, inputs.infected, t, ledger.invalid);
    const reportedValue = readNumber(row.reported, inputs.reported, t, ledger.invalid);
    const critical = readNumber(row.critical, inputs.critical, t, ledger.invalid);
    const deaths = readNumber(row.deaths, inputs.deaths, t, ledger.invalid);
    const stage = readNumber(row.stage, inputs.stage, t, ledger.invalid);
    const ill = Math.min(Math.max(infected / population, 0), 1);
    const load = critical / beds;
    const previousStage = t > 0 ? lastStage : orElse(lastStage, stage);
    const difference = stage - previousStage;
    if (t >= 0) {
      columns.illness[t] = ramp(ill, 0.001, 0.05);
      columns.overload[t] = Math.min(Math.max(load - 0.8, 0), 2);
      columns.deaths[t] = Math.min(Math.max(100000 * deaths / population, 0), 100) / 100;
      columns.closure[t] = Math.pow(stage / 4, 1.5);
      columns.flicker[t] = Math.abs(difference);
      columns.alarm[t] = Math.max(difference, 0);
      columns.alarmWhen[t] = less(ill, 0.0005);
      columns.found[t] = choose(greater(infected, 0), reportedValue / infected, 1);
      columns.deaths2[t] = deaths;
      columns.load[t] = load;
      columns.isEqual[t] = equal(stage, 0);
    }
    lastStage = stage;
  }

  const outcome = settleOutcome(steps, null);
  const max = maximum(columns.load);
  const contained = and(less(sum(columns.deaths2) / population, 0.001), lessEqual(max, 1));
  const open = mean(columns.isEqual);

  // What each term pays on each step: weighted and signed.
  const paid = {
    /** Paid by what is, never by what is reported: who tests less must not look better. */
    illness: payEachStep(rules.illness, columns.illness, weights.illness, ledger),
    overload: payEachStep(rules.overload, columns.overload, weights.overload, ledger),
    deaths: payEachStep(rules.deaths, columns.deaths, weights.deaths, ledger),
    /** Each stage costs more than the one before. */
    closure: payEachStep(rules.closure, columns.closure, weights.closure, ledger),
    flicker: payEachStep(rules.flicker, columns.flicker, weights.flicker, ledger),
    /** Tightening when almost nobody is ill needs a better reason than caution. */
    alarm: payEachStep(rules.alarm, columns.alarm, weights.alarm, ledger, columns.alarmWhen),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { found: Array.from(columns.found, orNull) },
    limits: { collapse: orNull(greater(max, 1)) },
    goal: { contained: asTruth(contained), open: orNull(open) },
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  population: input("population", "number", { lo: 10000, hi: 100000000 }),
  beds: input("beds", "number", { lo: 10, hi: 100000 }),
  infected: input("infected", "number", { lo: 0, hi: 100000000 }),
  reported: input("reported", "number", { lo: 0, hi: 100000000 }),
  critical: input("critical", "number", { lo: 0, hi: 1000000 }),
  deaths: input("deaths", "number", { lo: 0, hi: 1000000 }),
  stage: input("stage", "number", { lo: 0, hi: 4, integer: true }),
};

const rules = {
  illness: penalty("illness", 0, 1),
  overload: penalty("overload", 0, 2),
  deaths: penalty("deaths", 0, 1),
  closure: penalty("closure", 0, 1),
  flicker: penalty("flicker", 0, 4),
  alarm: penalty("alarm", 0, 4),
};

