// JustifiedTreatment: A treatment proposal that can be justified: two agents put evidence for their proposals before a judge, and the
// winner's proposal is the better justified one. The outcome keeps three quarters of the reward, and winning is
// worth no more than an outcome, so eloquence cannot pay for harm.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** -1..1, from environment */
  outcome: number;
  /** from judge("debate-judge") */
  mine_first: boolean | 0 | 1;
  /** from judge("debate-judge") */
  mine_last: boolean | 0 | 1;
  /** whole, 0..6, from verifier */
  evidence: number;
  /** from verifier */
  made_up: boolean | 0 | 1;
  /** from verifier, hazard */
  overdose: boolean | 0 | 1;
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
  share: 0.25,
};

/** The names of what is paid. */
export const terms = ["treatment"] as const;

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
  const { share } = { ...params, ...options.params };
  const weights = { treatment: 1, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const outcomeValue = readNumber(atEnd("outcome"), inputs.outcome, null, ledger.invalid);
  const mine_first = readNumber(atEnd("mine_first"), inputs.mine_first, null, ledger.invalid);
  const mine_last = readNumber(atEnd("mine_last"), inputs.mine_last, null, ledger.invalid);
  const evidence = readNumber(atEnd("evidence"), inputs.evidence, null, ledger.invalid);
  const made_up = readNumber(atEnd("made_up"), inputs.made_up, null, ledger.invalid);
  const overdose = readNumber(atEnd("overdose"), inputs.overdose, null, ledger.invalid);
  const won = equal(swap(mine_first, mine_last), 1);
  const nothing_made_up = 1 - made_up;
  const in_dose = 1 - overdose;
  const recovered = and(and(greater(outcomeValue, 0), nothing_made_up), in_dose);
  const draw = equal(mine_first, mine_last);

  // What each term pays on each step: weighted and signed.
  const paid = {
    treatment: payAtEnd(
      rules.treatment,
      debate(outcomeValue, and(and(won, greaterEqual(evidence, 2)), nothing_made_up), share, 1),
      weights.treatment,
      n,
      ledger,
    ),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode(
    [{ name: "in_dose", lowest: -1 }, { name: "nothing_made_up", lowest: -0.5 }],
    [in_dose, nothing_made_up],
    [-1, -0.5],
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
    probes: { win: orNull(won), draw: orNull(draw) },
    goal: asTruth(recovered),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  outcome: input("outcome", "number", { lo: -1, hi: 1 }),
  mine_first: input("mine_first", "bool"),
  mine_last: input("mine_last", "bool"),
  evidence: input("evidence", "number", { lo: 0, hi: 6, integer: true }),
  made_up: input("made_up", "bool"),
  overdose: input("overdose", "bool"),
};

const rules = {
  treatment: objective("treatment", -1, 1.5),
};

