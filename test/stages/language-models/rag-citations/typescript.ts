// CitedAnswers: Answers from retrieved documents, with citations, where "I don't know" is sometimes right. A wrong answer costs
// as much as a right one pays, so that answering pays from a confidence of one half on: below it, abstaining is
// better. Sources count for right answers only.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..12000, from policy */
  reply: string;
  /** from dataset */
  answerable: boolean | 0 | 1;
  /** from verifier */
  abstained: boolean | 0 | 1;
  /** from verifier */
  correct: boolean | 0 | 1;
  /** whole, 0..100, from verifier */
  cited: number;
  /** whole, 0..100, from model("nli-11b") */
  supported: number;
  /** whole, 1..100, from dataset */
  needed: number;
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
  /** 0..2 */
  right: 1,
  /** -2..0 */
  wrong: -1,
};

/** The names of what is paid. */
export const terms = ["answer", "sources"] as const;

/** What a caller may change. */
export interface Options {
  params?: Partial<typeof params>;
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(record: Completion | Episode, options: Options = {}): EpisodeResult {
  const { right, wrong } = { ...params, ...options.params };
  const confidence_needed = breakEven(right, wrong, 0);
  const weights = { answer: 1, sources: 0.5, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const reply = readText(atEnd("reply"), inputs.reply, null, ledger.invalid);
  const answerable = readNumber(atEnd("answerable"), inputs.answerable, null, ledger.invalid);
  const abstained = readNumber(atEnd("abstained"), inputs.abstained, null, ledger.invalid);
  const correct = readNumber(atEnd("correct"), inputs.correct, null, ledger.invalid);
  const cited = readNumber(atEnd("cited"), inputs.cited, null, ledger.invalid);
  const supported = readNumber(atEnd("supported"), inputs.supported, null, ledger.invalid);
  const needed = readNumber(atEnd("needed"), inputs.needed, null, ledger.invalid);
  const answered = and(1 - abstained, greater(length(trim(reply)), 0));
  const sources = orElse(citation(cited, supported, needed, "f1"), 0);
  const sourcesWhen = and(correct, answered);
  const grounded = choose(answerable, and(sourcesWhen, greaterEqual(sources, 0.5)), abstained);
  const precision = orElse(citation(cited, supported, needed, "precision"), 0);

  // What each term pays on each step: weighted and signed.
  const paid = {
    answer: payAtEnd(
      rules.answer,
      choose(abstained, choose(answerable, 0, 0.5), choose(sourcesWhen, right, wrong)),
      weights.answer,
      n,
      ledger,
    ),
    sources: payAtEnd(rules.sources, sources, weights.sources, n, ledger, sourcesWhen),
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
    probes: { confidence_needed: orNull(confidence_needed), precision: orNull(precision) },
    goal: asTruth(grounded),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  reply: input("reply", "text", { hi: 12000 }),
  answerable: input("answerable", "bool"),
  abstained: input("abstained", "bool"),
  correct: input("correct", "bool"),
  cited: input("cited", "number", { lo: 0, hi: 100, integer: true }),
  supported: input("supported", "number", { lo: 0, hi: 100, integer: true }),
  needed: input("needed", "number", { lo: 1, hi: 100, integer: true }),
};

const rules = {
  answer: objective("answer", -2, 2),
  sources: objective("sources", 0, 1),
};

