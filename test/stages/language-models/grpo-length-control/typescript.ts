// ShortWhenRight: Short proofs, without paying for giving up: the length of a sample is compared with the right samples of its own
// prompt, and only where it is right itself. A wrong answer gains nothing by being short, and hard prompts may take
// their length.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** [tok], 1..16384, from policy */
  tokens: number;
  /** from verifier */
  correct: boolean | 0 | 1;
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

/** Tunable constants and their defaults. */
export const params = {
  /** 0..0.5 */
  share: 0.3,
};

/** The names of what is paid. */
export const terms = ["right"] as const;

/** What a caller may change. */
export interface Options {
  params?: Partial<typeof params>;
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
function* play(record: Completion | Episode, options: Options, groupSize: number): Generator<{ tokens: number; solved_it: number }, EpisodeResult, { tokens: number[]; solved_it: number[] }> {
  const { share } = { ...params, ...options.params };
  const weights = { right: 1, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const tokens = readNumber(atEnd("tokens"), inputs.tokens, null, ledger.invalid);
  const correct = readNumber(atEnd("correct"), inputs.correct, null, ledger.invalid);
  const cut_off = readNumber(atEnd("cut_off"), inputs.cut_off, null, ledger.invalid);
  const solved_it = and(correct, 1 - cut_off);

  // What the samples of the group offer each other.
  const group = yield { tokens, solved_it };
  const shortest = orElse(minimum(whereTrue(group.tokens, group.solved_it)), 1);
  const longest = orElse(maximum(whereTrue(group.tokens, group.solved_it)), 1);
  const excess = ramp(tokens, shortest, Math.max(longest, shortest + 1));
  const share_right = mean(group.solved_it);

  // What each term pays on each step: weighted and signed.
  const paid = {
    right: payAtEnd(rules.right, gate(1 - share * excess, solved_it), weights.right, n, ledger),
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
    probes: { excess_length: orNull(excess), share_right: orNull(share_right) },
    goal: asTruth(solved_it),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  tokens: input("tokens", "number", { lo: 1, hi: 16384 }),
  correct: input("correct", "bool"),
  cut_off: input("cut_off", "bool"),
};

const rules = {
  right: objective("right", 0, 1),
};

