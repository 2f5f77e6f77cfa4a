// RareSuccess: Hard tasks, where most samples of a prompt fail: what lies above the mean of the group counts threefold, so a
// rare success is not drowned by the failures around it. The paper's rule is meant, as the released code differs.
// Groups of nothing but successes teach nothing here: leave them out.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** 0..1, from verifier */
  hidden_passed: number;
  /** from verifier */
  compiles: boolean | 0 | 1;
  /** from trainer */
  cut_off: boolean | 0 | 1;
}

/** The same as an episode; its values may stand in `end` or in its one step. */
export interface Episode {
  id?: string;
  group?: string;
  start?: Partial<Completion>;
  steps: Partial<Completion>[];
  end?: Partial<Completion>;
}

/** The names of what is paid. */
export const terms = ["standing"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What each sample of one group pays: all completions of one prompt, which look at each other. */
export function scoreGroup(records: (Completion | Episode)[], options: Options = {}): EpisodeResult[] {
  return playTogether(records.map((record) => play(record, options, records.length)));
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. A group of one. */
export function score(record: Completion | Episode, options: Options = {}): EpisodeResult {
  return scoreGroup([record], options)[0];
}

/** One sample: it offers what the others look at, and goes on once all have. */
function* play(record: Completion | Episode, options: Options, groupSize: number): Generator<{ isEqual: number; score: number }, EpisodeResult, { isEqual: number[]; score: number[] }> {
  const weights = { standing: 1, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const hidden_passed = readNumber(atEnd("hidden_passed"), inputs.hidden_passed, null, ledger.invalid);
  const compiles = readNumber(atEnd("compiles"), inputs.compiles, null, ledger.invalid);
  const cut_off = readNumber(atEnd("cut_off"), inputs.cut_off, null, ledger.invalid);
  const isNot = 1 - cut_off;
  const scoreValue = choose(and(compiles, isNot), hidden_passed, 0);
  const solved = and(and(compiles, equal(hidden_passed, 1)), isNot);

  // What the samples of the group offer each other.
  const group = yield { isEqual: equal(scoreValue, 1), score: scoreValue };
  const rate = mean(group.isEqual);
  const collect = Array.from(group.score);
  const plain = unlessMissing(groupAdv, scoreValue, collect, "dr_grpo", 0, 1e-8, 1);

  // What each term pays on each step: weighted and signed.
  const paid = {
    standing: payAtEnd(
      rules.standing,
      unlessMissing(amplifyPositive, scoreValue, collect, 3, 1, "paper"),
      weights.standing,
      n,
      ledger,
    ),
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
    probes: { rate: orNull(rate), plain: orNull(plain) },
    goal: asTruth(solved),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  hidden_passed: input("hidden_passed", "number", { lo: 0, hi: 1 }),
  compiles: input("compiles", "bool"),
  cut_off: input("cut_off", "bool"),
};

const rules = {
  standing: objective("standing", -3, 3),
};

