// AlphabetSort: Sorting names over several turns: each turn adds names, and the list so far must be given back in order. A turn
// is a step. It is paid by how near the list comes, steeply, so that half-sorted lists earn little; whoever gives
// two lists has given none.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** length in 0..4000, from policy */
  reply: string;
  /** each in 0..inf, from dataset */
  names: string[];
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
  /** 1..8 */
  power: 4,
};

/** The names of what is paid. */
export const terms = ["order"] as const;

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
  const { power } = { ...params, ...options.params };
  const weights = { order: 1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    exact: new Float64Array(n),
    power: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const reply = readText(row.reply, inputs.reply, t, ledger.invalid);
    const names = readList(row.names, [], inputs.names, t, ledger.invalid) as (string | null)[] | null;
    if (t < 0) continue;
    const parts = extractAll(reply, /<sorted>([^<]*)<\/sorted>/gu, 1);
    const choice = chooseItem(equal(length(parts), 1), itemOrElse(itemAt(parts, 0), ""), "");
    const given = mapEach(lines(choice), (l) => trim(l), (l) => notEqual(trim(l), ""));
    const near = choose(greater(length(given), 0), similarity(given, names, "ratcliff"), 0);
    columns.exact[t] = same(given, names);
    columns.power[t] = Math.pow(near, power);
  }

  const outcome = settleOutcome(steps, null);
  const sorted = all(columns.exact);

  // What each term pays on each step: weighted and signed.
  const paid = {
    order: payAtEnd(rules.order, mean(columns.power), weights.order, n, ledger),
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
    probes: { exact: Array.from(columns.exact, orNull) },
    goal: asTruth(sorted),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  reply: input("reply", "text", { hi: 4000 }),
  names: input("names", "text"),
};

const rules = {
  order: objective("order", 0, 1),
};

