// GradeSchoolMaths: Grade-school maths with a checkable answer: pay the outcome, gate the format, never pay it.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..20000, from policy */
  completion: string;
  /** [tok], 0..4096, from policy */
  tokens: number;
  /** from verifier */
  correct: boolean | 0 | 1;
  /** from trainer */
  truncated_by_limit: boolean | 0 | 1;
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
  /** [tok], 512..4096 */
  free: 2048,
};

/** The names of what is paid. */
export const terms = ["accuracy", "overlong"] as const;

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
function* play(record: Completion | Episode, options: Options, groupSize: number): Generator<{ tokens: number }, EpisodeResult, { tokens: number[] }> {
  const { free } = { ...params, ...options.params };
  const weights = { accuracy: 1, overlong: 0.5, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const completion = readText(atEnd("completion"), inputs.completion, null, ledger.invalid);
  const tokens = readNumber(atEnd("tokens"), inputs.tokens, null, ledger.invalid);
  const correct = readNumber(atEnd("correct"), inputs.correct, null, ledger.invalid);
  const truncated_by_limit = readNumber(atEnd("truncated_by_limit"), inputs.truncated_by_limit, null, ledger.invalid);
  const boxes = countMatches(completion, /\\boxed\{[^{}]+\}/gu);
  const answered = and(equal(boxes, 1), 1 - truncated_by_limit);
  const solved = and(correct, answered);

  // What the samples of the group offer each other.
  const group = yield { tokens };
  const longer = tokens - mean(group.tokens);

  // What each term pays on each step: weighted and signed.
  const paid = {
    accuracy: payAtEnd(rules.accuracy, correct, weights.accuracy, n, ledger),
    overlong: payAtEnd(rules.overlong, ramp(tokens, free, 4096), weights.overlong, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "one_answer", lowest: -1 }], [answered], [-1], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { longer: orNull(longer) },
    goal: asTruth(solved),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  completion: input("completion", "text", { hi: 20000 }),
  tokens: input("tokens", "number", { lo: 0, hi: 4096 }),
  correct: input("correct", "bool"),
  truncated_by_limit: input("truncated_by_limit", "bool"),
};

const rules = {
  accuracy: objective("accuracy", 0, 1),
  overlong: penalty("overlong", 0, 1),
};

