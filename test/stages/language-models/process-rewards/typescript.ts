// ReasoningSteps: Reasoning with a process reward model beside the verified answer. Good steps are not paid, weak ones are charged,
// and at most half a point in all: writing more steps never pays, and reasoning that pleases the model without a
// right answer earns nothing.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** each in 0..1, from model("prm-7b") */
  steps: number[];
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
  /** 0..1 */
  enough: 0.5,
};

/** The names of what is paid. */
export const terms = ["accuracy", "weak"] as const;

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
  const { enough } = { ...params, ...options.params };
  const weights = { accuracy: 1, weak: 0.5, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const stepsValue = readList(atEnd("steps"), [], inputs.steps, null, ledger.invalid) as number[] | null;
  const correct = readNumber(atEnd("correct"), inputs.correct, null, ledger.invalid);
  const cut_off = readNumber(atEnd("cut_off"), inputs.cut_off, null, ledger.invalid);
  const solved = and(correct, 1 - cut_off);
  const weakest = orElse(unlessMissing(stepsAgg, stepsValue, "min"), 0);
  const claimed = orElse(unlessMissing(stepsAgg, stepsValue, "prod"), 0);

  // What each term pays on each step: weighted and signed.
  const paid = {
    accuracy: payAtEnd(rules.accuracy, solved, weights.accuracy, n, ledger),
    weak: payAtEnd(
      rules.weak,
      Math.min(Math.max(-unlessMissing(sum, itemUnlessMissing(prmClip, stepsValue, enough)), 0), 1),
      weights.weak,
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
    probes: { weakest: orNull(weakest), claimed: orNull(claimed) },
    goal: asTruth(solved),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  steps: input("steps", "number", { lo: 0, hi: 1 }),
  correct: input("correct", "bool"),
  cut_off: input("cut_off", "bool"),
};

const rules = {
  accuracy: objective("accuracy", 0, 1),
  weak: penalty("weak", 0, 1),
};

