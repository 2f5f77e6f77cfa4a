// VerifiedMaths: Maths with a checkable answer. The verifier's verdict is all that is paid; the format is asked for and never
// paid, because paying it teaches form before sums. An answer counts only outside the thinking, in one box, near
// the end.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..32000, from policy */
  completion: string;
  /** from verifier */
  equal: boolean | 0 | 1;
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
export const terms = ["accuracy"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(record: Completion | Episode, options: Options = {}): EpisodeResult {
  const weights = { accuracy: 1, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const completion = readText(atEnd("completion"), inputs.completion, null, ledger.invalid);
  const equalValue = readNumber(atEnd("equal"), inputs.equal, null, ledger.invalid);
  const cut_off = readNumber(atEnd("cut_off"), inputs.cut_off, null, ledger.invalid);
  const answer = itemOrElse(afterMatch(completion, "</think>", "last"), "");
  const boxes = countMatches(answer, "\\boxed{");
  const boxed = itemOrElse(bracketed(tail(answer, 300), "\\boxed{", "last"), "");
  const both = and(startsWith(completion, "<think>"), equal(countMatches(completion, "</think>"), 1));
  const in_form = and(and(and(both, equal(boxes, 1)), notEqual(trim(boxed), "")), 1 - cut_off);
  const solved = and(equalValue, in_form);

  // What each term pays on each step: weighted and signed.
  const paid = {
    accuracy: payAtEnd(rules.accuracy, equalValue, weights.accuracy, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "well_formed", lowest: -0.5 }], [in_form], [-0.5], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    goal: asTruth(solved),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  completion: input("completion", "text", { hi: 32000 }),
  equal: input("equal", "bool"),
  cut_off: input("cut_off", "bool"),
};

const rules = {
  accuracy: objective("accuracy", 0, 1),
};

