// Portfolio: Manage a portfolio of four assets: growth after costs, with the bad days weighing more than the good ones.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** 4 numbers, each in -0.5..0.5, from environment */
  returns: number[];
  /** 4 numbers, each in 0..0.05, from environment */
  spread: number[];
  /** 4 conditions, from environment */
  halted: (boolean | 0 | 1)[];
  /** 4 numbers, each in 0..1, from action */
  weights: number[];
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
  /** 0..2 */
  aversion: 0.5,
};

/** The names of what is paid. */
export const terms = ["growth", "tail", "falls", "crowded"] as const;

/** Constraints over many episodes: the fold of what each adds to one, under `limits` of its result, against the bound. */
export const limits = [
  { name: "ruin", fold: "mean", comparison: "<=", bound: 0.01 },
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
  const { aversion } = { ...params, ...options.params };
  const opposite = -Infinity;
  const weights = { growth: 1, tail: aversion, falls: 0.5, crowded: 0.01, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    growth: new Float64Array(n),
    tail: new Float64Array(n),
    falls: new Float64Array(n),
    crowded: new Float64Array(n),
    funded: new Float64Array(n),
    turnover: new Float64Array(n),
    wealth: new Float64Array(n),
    drawdown: new Float64Array(n),
    gain: new Float64Array(n),
  };
  let previousWealth = 1;
  let previousHighest = opposite;
  let previousHighest2 = opposite;
  let lastWeights = each(4, () => NaN);
  let lastValue = NaN;
  const recentGain: number[] = [];
  const recentSum: number[] = [];
  let lastDrawdown = NaN;
  let lastValue2 = NaN;
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const returns = readComponents(row.returns, 4, inputs.returns, t, ledger.invalid);
    const spread = readComponents(row.spread, 4, inputs.spread, t, ledger.invalid);
    const halted = readComponents(row.halted, 4, inputs.halted, t, ledger.invalid);
    const weightsValue = readComponents(row.weights, 4, inputs.weights, t, ledger.invalid);
    const exposure = sum(weightsValue);
    const previousWeights = t > 0 ? lastWeights : each(4, (i) => orElse(lastWeights[i], weightsValue[i]));
    const traded = each(4, (i) => Math.abs(weightsValue[i] - previousWeights[i]));
    const cost = sum(each(4, (i) => traded[i] * spread[i])) + sum(each(4, (i) => choose(halted[i], traded[i] * 0.05, 0)));
    const gain = sum(each(4, (i) => weightsValue[i] * returns[i])) - cost;
    const max = Math.max(1 + gain, 0.001);
    /** What one unit of money has become, and the best it has been. */
    const wealth = t < 0 ? previousWealth : orElse(previousWealth * max, previousWealth);
    const maxValue = Math.max(wealth, 1);
    const previousValue = t > 0 ? lastValue : orElse(lastValue, maxValue);
    const maxValue2 = Math.max(previousHighest, orElse(previousValue, maxValue), maxValue);
    const highest = t < 0 ? previousHighest : orElse(maxValue2, previousHighest);
    const drawdown = 1 - wealth / maxValue2;
    const worst = t < 0 ? NaN : cvar(slide(recentGain, gain, 60), 0.05);
    const turnover = t < 0 ? NaN : mean(slide(recentSum, sum(traded), 20));
    const previousDrawdown = t > 0 ? lastDrawdown : orElse(lastDrawdown, drawdown);
    const maxValue3 = Math.max(previousHighest2, orElse(previousDrawdown, drawdown), drawdown);
    const highestValue = t < 0 ? previousHighest2 : orElse(maxValue3, previousHighest2);
    const previousValueValue = t > 0 ? lastValue2 : orElse(lastValue2, maxValue3);
    if (t >= 0) {
      columns.growth[t] = Math.log(max);
      columns.tail[t] = Math.max(-worst, 0) / 20;
      columns.falls[t] = Math.max(maxValue3 - previousValueValue, 0);
      columns.crowded[t] = Math.max(maximum(weightsValue) - 0.4, 0);
      columns.funded[t] = lessEqual(exposure, 1);
      columns.turnover[t] = turnover;
      columns.wealth[t] = wealth;
      columns.drawdown[t] = drawdown;
      columns.gain[t] = gain;
    }
    lastValue2 = maxValue3;
    lastDrawdown = drawdown;
    lastValue = maxValue;
    lastWeights = weightsValue;
    previousWealth = wealth;
    previousHighest = highest;
    previousHighest2 = highestValue;
  }

  const outcome = settleOutcome(steps, null);
  const beat_cash = and(greater(last(columns.wealth), 1.02), less(maximum(columns.drawdown), 0.2));
  const sharpe = mean(columns.gain) / std(columns.gain) * Math.sqrt(252);

  // What each term pays on each step: weighted and signed.
  const paid = {
    growth: payEachStep(rules.growth, columns.growth, weights.growth, ledger),
    tail: payEachStep(rules.tail, columns.tail, weights.tail, ledger),
    falls: payEachStep(rules.falls, columns.falls, weights.falls, ledger),
    crowded: payEachStep(rules.crowded, columns.crowded, weights.crowded, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  // Leverage is not for sale: a day above full investment earns at most a loss of 5 %.
  settleSteps(
    { name: "funded", lowest: -0.05 },
    columns.funded,
    new Float64Array(n).fill(-0.05),
    0,
    n,
    rewards,
    ledger,
  );

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { turnover: Array.from(columns.turnover, orNull), sharpe: orNull(sharpe) },
    limits: { ruin: orNull(less(minimum(columns.wealth), 0.7)) },
    goal: asTruth(beat_cash),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  returns: input("returns", "number", { lo: -0.5, hi: 0.5 }),
  spread: input("spread", "number", { lo: 0, hi: 0.05 }),
  halted: input("halted", "bool"),
  weights: input("weights", "number", { lo: 0, hi: 1 }),
};

const rules = {
  growth: objective("growth", -6.9077552789821395, 1.09861228866811),
  tail: penalty("tail", 0, 0.12000000000000002),
  falls: penalty("falls", 0, null),
  crowded: penalty("crowded", 0, 0.6),
};

