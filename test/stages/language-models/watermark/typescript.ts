// Watermark: Text that a detector recognises after a paraphrase, and that reads as well as unmarked text. Quality is anchored:
// it is compared with the unmarked reply to the same prompt, costs where it falls behind, and pays nothing where it
// is better, so neither can be bought with the other.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..8000, from policy */
  reply: string;
  /** -10..40, from verifier */
  z: number;
  /** -10..40, from verifier */
  z_after: number;
  /** 0..1, from judge("reader-70b") */
  quality: number;
  /** 0..1, from reference */
  plain: number;
  /** [nat], 0..100, values outside are moved to its ends, from trainer */
  kl: number;
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
  /** 2..6 */
  sure: 4,
  /** 0..0.1 */
  slack: 0.02,
};

/** The names of what is paid. */
export const terms = ["detectable", "worse", "echoes", "drift"] as const;

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
  const { slack, sure } = { ...params, ...options.params };
  const weights = { detectable: 1, worse: 1, echoes: 0.5, drift: 0.005, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const reply = readText(atEnd("reply"), inputs.reply, null, ledger.invalid);
  const z = readNumber(atEnd("z"), inputs.z, null, ledger.invalid);
  const z_after = readNumber(atEnd("z_after"), inputs.z_after, null, ledger.invalid);
  const quality = readNumber(atEnd("quality"), inputs.quality, null, ledger.invalid);
  const plain = readNumber(atEnd("plain"), inputs.plain, null, ledger.invalid);
  const kl = readNumber(atEnd("kl"), inputs.kl, null, ledger.invalid);
  const loss = -anchor(quality, plain, slack, "shortfall");
  const echo = ngramRepetition(lower(reply), 4);
  const marked_well = and(greaterEqual(z_after, sure), equal(loss, 0));
  const lost_in_paraphrase = z - z_after;

  // What each term pays on each step: weighted and signed.
  const paid = {
    detectable: payAtEnd(rules.detectable, ramp(z_after, 0, sure), weights.detectable, n, ledger),
    worse: payAtEnd(rules.worse, ramp(loss, 0, 0.2), weights.worse, n, ledger),
    echoes: payAtEnd(rules.echoes, ramp(echo, 0.1, 0.5), weights.echoes, n, ledger),
    drift: payAtEnd(rules.drift, kl, weights.drift, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode(
    [{ name: "worth_reading", lowest: -1 }],
    [greaterEqual(length(words(reply)), 20)],
    [-1],
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
    probes: { lost_in_paraphrase: orNull(lost_in_paraphrase) },
    goal: asTruth(marked_well),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  reply: input("reply", "text", { hi: 8000 }),
  z: input("z", "number", { lo: -10, hi: 40 }),
  z_after: input("z_after", "number", { lo: -10, hi: 40 }),
  quality: input("quality", "number", { lo: 0, hi: 1 }),
  plain: input("plain", "number", { lo: 0, hi: 1 }),
  kl: input("kl", "number", { lo: 0, hi: 100, saturates: true }),
};

const rules = {
  detectable: objective("detectable", 0, 1),
  worse: penalty("worse", 0, 1),
  echoes: penalty("echoes", 0, 1),
  drift: penalty("drift", 0, 100),
};

