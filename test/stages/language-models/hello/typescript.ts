// Hello: Right answers, not too long.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** from verifier */
  correct: boolean | 0 | 1;
  /** 0..4096, from policy */
  tokens: number;
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
export const terms = ["right", "long"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(record: Completion | Episode, options: Options = {}): EpisodeResult {
  const weights = { right: 1, long: 0.2, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const correct = readNumber(atEnd("correct"), inputs.correct, null, ledger.invalid);
  const tokens = readNumber(atEnd("tokens"), inputs.tokens, null, ledger.invalid);

  // What each term pays on each step: weighted and signed.
  const paid = {
    right: payAtEnd(rules.right, correct, weights.right, n, ledger),
    long: payAtEnd(rules.long, ramp(tokens, 1000, 4096), weights.long, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({ episode, terms: paid, rewards, unshaped, discount: 1, ledger, onInvalid: options.onInvalid });
}

const inputs = {
  correct: input("correct", "bool"),
  tokens: input("tokens", "number", { lo: 0, hi: 4096 }),
};

const rules = {
  right: objective("right", 0, 1),
  long: penalty("long", 0, 1),
};

