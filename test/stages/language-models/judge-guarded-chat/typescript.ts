// GuardedJudge: Open questions that only a judge can grade. It compares the reply with one of the starting model, in both orders,
// and sees it only if there is something to judge: punctuation, openings and text addressed to the judge earn the
// lowest score whatever it says.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..16000, from policy */
  reply: string;
  /** [tok], 0..4096, from policy */
  tokens: number;
  /** length in 0..16000, from reference */
  reference: string;
  /** from judge("judge-70b") */
  ours_first: boolean | 0 | 1;
  /** from judge("judge-70b") */
  ours_last: boolean | 0 | 1;
  /** 0..1, from human */
  gold?: number | null;
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
  /** [tok], 256..2048 */
  free: 800,
};

/** The names of what is paid. */
export const terms = ["better", "longer", "echo"] as const;

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
  const { free } = { ...params, ...options.params };
  const weights = { better: 1, longer: 0.2, echo: 0.3, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const reply = readText(atEnd("reply"), inputs.reply, null, ledger.invalid);
  const tokens = readNumber(atEnd("tokens"), inputs.tokens, null, ledger.invalid);
  const reference = readText(atEnd("reference"), inputs.reference, null, ledger.invalid);
  const ours_first = readNumber(atEnd("ours_first"), inputs.ours_first, null, ledger.invalid);
  const ours_last = readNumber(atEnd("ours_last"), inputs.ours_last, null, ledger.invalid);
  const gold = readNumber(atEnd("gold"), inputs.gold, null, ledger.invalid);
  const verdict = swap(ours_first, ours_last);
  const lowerValue = lower(reply);
  const pleading = matches(lowerValue, /\b(as (the|a) (judge|grader)|ignore (all|the) (previous|above)|this (answer|response) (is|deserves))\b/gu);
  const guardValue = unlessMissing(guard, reply, 20, [" ", ".", ",", ":", "Thought process:", "Let's solve this problem step by step.", "Solution", "解", "かいせつ", "Respuesta"]);
  const real = and(and(guardValue, 1 - pleading), less(similarity(words(reply), words(reference), "ratcliff"), 0.95));
  const preferred = greater(orElse(gold, 0), 0.5);
  const undecided = equal(ours_first, ours_last);

  // What each term pays on each step: weighted and signed.
  const paid = {
    better: payAtEnd(rules.better, (verdict + 1) / 2, weights.better, n, ledger, real),
    longer: payAtEnd(rules.longer, ramp(tokens, free, 4096), weights.longer, n, ledger),
    echo: payAtEnd(rules.echo, ramp(ngramRepetition(lowerValue, 4), 0.1, 0.5), weights.echo, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "to_judge", lowest: -0.5 }], [real], [-0.5], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { undecided: orNull(undecided) },
    goal: asTruth(preferred),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  reply: input("reply", "text", { hi: 16000 }),
  tokens: input("tokens", "number", { lo: 0, hi: 4096 }),
  reference: input("reference", "text", { hi: 16000 }),
  ours_first: input("ours_first", "bool"),
  ours_last: input("ours_last", "bool"),
  gold: input("gold", "number", { lo: 0, hi: 1, optional: true }),
};

const rules = {
  better: objective("better", 0, 1),
  longer: penalty("longer", 0, 1),
  echo: penalty("echo", 0, 1),
};

