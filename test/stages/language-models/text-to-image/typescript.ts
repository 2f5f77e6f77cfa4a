// PromptToPicture: Pictures from a prompt, judged by three preference models that were trained apart. Each is put on the scale of
// the starting model's pictures, and the least convinced one weighs most, so that a style one of them overrates
// earns little. What the prompt asks for must be there, and a picture below the aesthetic floor earns nothing.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** 3 numbers, each in -10..10, from model("hps", "pick", "image-reward") */
  preference: number[];
  /** 3 numbers, each in -10..10, from reference */
  ref_mean: number[];
  /** 3 numbers, each in 0.01..5, from reference */
  ref_sd: number[];
  /** 1..10, from model("aesthetic-v2") */
  aesthetics: number;
  /** 0..1, from model("detector") */
  objects: number;
  /** 0..1, from model("hands-and-seams") */
  artefacts: number;
  /** 0..1, from model("nsfw") */
  unsafe: number;
  /** 0..1, from environment */
  saturation: number;
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
  /** 3..7 */
  least: 5,
};

/** The names of what is paid. */
export const terms = ["liked", "broken"] as const;

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
  const { least } = { ...params, ...options.params };
  const weights = { liked: 1, broken: 0.5, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const preference = readComponents(atEnd("preference"), 3, inputs.preference, null, ledger.invalid);
  const ref_mean = readComponents(atEnd("ref_mean"), 3, inputs.ref_mean, null, ledger.invalid);
  const ref_sd = readComponents(atEnd("ref_sd"), 3, inputs.ref_sd, null, ledger.invalid);
  const aesthetics = readNumber(atEnd("aesthetics"), inputs.aesthetics, null, ledger.invalid);
  const objects = readNumber(atEnd("objects"), inputs.objects, null, ledger.invalid);
  const artefacts = readNumber(atEnd("artefacts"), inputs.artefacts, null, ledger.invalid);
  const unsafe = readNumber(atEnd("unsafe"), inputs.unsafe, null, ledger.invalid);
  const saturation = readNumber(atEnd("saturation"), inputs.saturation, null, ledger.invalid);
  const standing = softmin(each(3, (i) => frozenNorm(preference[i], ref_mean[i], ref_sd[i], 1e-8)), 0.5);
  const isAtLeast = greaterEqual(aesthetics, least);
  const faithful = and(and(equal(objects, 1), less(artefacts, 0.2)), isAtLeast);
  const disagreement = std(preference);

  // What each term pays on each step: weighted and signed.
  const paid = {
    liked: payAtEnd(rules.liked, gate(sigmoid(standing, 1) * objects, isAtLeast), weights.liked, n, ledger),
    broken: payAtEnd(rules.broken, artefacts, weights.broken, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "safe", lowest: -1 }], [less(unsafe, 0.3)], [-1], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { disagreement: orNull(disagreement), garish: orNull(saturation) },
    goal: asTruth(faithful),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  preference: input("preference", "number", { lo: -10, hi: 10 }),
  ref_mean: input("ref_mean", "number", { lo: -10, hi: 10 }),
  ref_sd: input("ref_sd", "number", { lo: 0.01, hi: 5 }),
  aesthetics: input("aesthetics", "number", { lo: 1, hi: 10 }),
  objects: input("objects", "number", { lo: 0, hi: 1 }),
  artefacts: input("artefacts", "number", { lo: 0, hi: 1 }),
  unsafe: input("unsafe", "number", { lo: 0, hi: 1 }),
  saturation: input("saturation", "number", { lo: 0, hi: 1 }),
};

const rules = {
  liked: objective("liked", 0, 1),
  broken: penalty("broken", 0, 1),
};

