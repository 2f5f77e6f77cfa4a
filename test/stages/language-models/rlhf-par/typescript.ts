// HelpfulChat: Helpful chat from learned preference scores. What is paid is how clearly a reply beats frozen references to the
// same prompt (PAR), which is bounded and flat where scores run away; the doubting member of four decides. A longer
// reply is free up to a budget.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..16000, from policy */
  reply: string;
  /** [tok], 0..2048, from policy */
  tokens: number;
  /** 4 numbers, each in -20..20, from model("rm-4x") */
  rm: number[];
  /** 10 numbers, each in -20..20, from reference */
  rm_ref: number[];
  /** 0..1, from model("guard-8b") */
  unsafe: number;
  /** [nat], 0..50, values outside are moved to its ends, from trainer */
  kl: number;
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
  /** [tok], 128..1024 */
  free: 400,
};

/** The names of what is paid. */
export const terms = ["helpful", "length", "drift"] as const;

/** Constraints over many episodes: the fold of what each adds to one, under `limits` of its result, against the bound. */
export const limits = [
  { name: "unsafe_rate", fold: "mean", comparison: "<=", bound: 0.001 },
] as const;

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
  const weights = { helpful: 1, length: 0.3, drift: 0.02, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const reply = readText(atEnd("reply"), inputs.reply, null, ledger.invalid);
  const tokens = readNumber(atEnd("tokens"), inputs.tokens, null, ledger.invalid);
  const rm = readComponents(atEnd("rm"), 4, inputs.rm, null, ledger.invalid);
  const rm_ref = readComponents(atEnd("rm_ref"), 10, inputs.rm_ref, null, ledger.invalid);
  const unsafe = readNumber(atEnd("unsafe"), inputs.unsafe, null, ledger.invalid);
  const kl = readNumber(atEnd("kl"), inputs.kl, null, ledger.invalid);
  const gold = readNumber(atEnd("gold"), inputs.gold, null, ledger.invalid);
  const scoreValue = softmin(rm, 1);
  const preferred = greater(orElse(gold, 0), 0.5);
  const disagreement = std(rm);

  // What each term pays on each step: weighted and signed.
  const paid = {
    helpful: payAtEnd(rules.helpful, par(scoreValue, rm_ref, 1), weights.helpful, n, ledger),
    length: payAtEnd(rules.length, ramp(tokens, free, 2048), weights.length, n, ledger),
    drift: payAtEnd(rules.drift, kl, weights.drift, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode(
    [{ name: "harmless", lowest: -1 }, { name: "says_something", lowest: -1 }],
    [less(unsafe, 0.5), unlessMissing(guard, reply, 8, [" ", ".", ",", ":", "Thought process:", "Let's solve this problem step by step.", "Solution", "解", "かいせつ", "Respuesta"])],
    [-1, -1],
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
    probes: { disagreement: orNull(disagreement) },
    limits: { unsafe_rate: orNull(greater(unsafe, 0.5)) },
    goal: asTruth(preferred),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  reply: input("reply", "text", { hi: 16000 }),
  tokens: input("tokens", "number", { lo: 0, hi: 2048 }),
  rm: input("rm", "number", { lo: -20, hi: 20 }),
  rm_ref: input("rm_ref", "number", { lo: -20, hi: 20 }),
  unsafe: input("unsafe", "number", { lo: 0, hi: 1 }),
  kl: input("kl", "number", { lo: 0, hi: 50, saturates: true }),
  gold: input("gold", "number", { lo: 0, hi: 1, optional: true }),
};

const rules = {
  helpful: objective("helpful", 4.2483542552915735e-18, 1),
  length: penalty("length", 0, 1),
  drift: penalty("drift", 0, 50),
};

