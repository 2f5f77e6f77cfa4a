// Feed: One session of a news feed: what the person still endorses the next day, and nothing that is harmful, however much it is clicked.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** from environment */
  kind: "news" | "friends" | "video" | "shop";
  /** [s], 0..600, from environment */
  dwell: number;
  /** from environment */
  clicked: boolean | 0 | 1;
  /** from environment */
  hidden: boolean | 0 | 1;
  /** [usd], 0..2, from environment */
  margin: number;
  /** 0..1, from model("satisfaction-survey") */
  enjoyed: number;
  /** from verifier, hazard */
  harmful: boolean | 0 | 1;
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** 0..1, from human */
  endorsed?: number | null;
  /** [impression], 1..200, from environment */
  shown: number;
}

/** One episode, from its first step to its last. */
export interface Episode {
  id?: string;
  group?: string;
  start?: Start;
  steps: Step[];
  end: End;
}

/** The names of what is paid. */
export const terms = ["satisfaction", "reading", "endorsement", "clickbait", "annoyance", "fatigue"] as const;

/** Constraints over many episodes: the fold of what each adds to one, under `limits` of its result, against the bound. */
export const limits = [
  { name: "harm", fold: "mean", comparison: "<=", bound: 0.0001 },
] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = {
    satisfaction: 0.4,
    reading: 0.2,
    endorsement: 0.4,
    clickbait: 0.4,
    annoyance: 0.4,
    fatigue: 0.2,
    ...options.weights,
  };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atEnd = lookUp(episode, "end");
  const endorsed = readNumber(atEnd("endorsed"), inputs.endorsed, null, ledger.invalid);
  const shown = readNumber(atEnd("shown"), inputs.shown, null, ledger.invalid);
  const value = orElse(endorsed, 0);

  const columns = {
    harmful: new Float64Array(n),
    margin: new Float64Array(n),
    gate: new Float64Array(n),
    product: new Float64Array(n),
    bait: new Float64Array(n),
    hidden: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const kind = readText(row.kind, inputs.kind, t, ledger.invalid);
    const dwell = readNumber(row.dwell, inputs.dwell, t, ledger.invalid);
    const clicked = readNumber(row.clicked, inputs.clicked, t, ledger.invalid);
    const hidden = readNumber(row.hidden, inputs.hidden, t, ledger.invalid);
    const margin = readNumber(row.margin, inputs.margin, t, ledger.invalid);
    const enjoyed = readNumber(row.enjoyed, inputs.enjoyed, t, ledger.invalid);
    const harmful = readNumber(row.harmful, inputs.harmful, t, ledger.invalid);
    if (t < 0) continue;
    /** Minutes of video are cheap; a minute of reading is enough. */
    const worth = choose(or(equal(kind, "news"), equal(kind, "friends")), 1, choose(equal(kind, "video"), 0.5, 0.3));
    const read = Math.min(dwell, 60) / 60;
    const bait = and(clicked, less(dwell, 3));
    columns.harmful[t] = harmful;
    columns.margin[t] = margin;
    columns.gate[t] = gate(enjoyed * worth, 1 - bait, 1 - hidden);
    columns.product[t] = read * worth;
    columns.bait[t] = bait;
    columns.hidden[t] = hidden;
  }

  const outcome = settleOutcome(steps, null);
  const harm = any(columns.harmful);
  const clean = 1 - harm;
  const endorsed_next_day = and(greaterEqual(value, 0.7), clean);
  const revenue = sum(columns.margin);

  // What each term pays on each step: weighted and signed.
  const paid = {
    /** Means, not sums: a longer session is no better session. Where nobody answers the survey it counts as a no. */
    satisfaction: payAtEnd(rules.satisfaction, mean(columns.gate), weights.satisfaction, n, ledger),
    reading: payAtEnd(rules.reading, mean(columns.product), weights.reading, n, ledger),
    endorsement: payAtEnd(rules.endorsement, gate(value, clean), weights.endorsement, n, ledger),
    clickbait: payAtEnd(rules.clickbait, mean(columns.bait), weights.clickbait, n, ledger),
    annoyance: payAtEnd(rules.annoyance, mean(columns.hidden), weights.annoyance, n, ledger),
    fatigue: payAtEnd(rules.fatigue, ramp(shown, 60, 200), weights.fatigue, n, ledger),
  };

  // What `total` makes of the terms.
  const sums = addTerms(Object.values(paid), n);
  const rewards = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    rewards[t] = Math.min(Math.max(sums[t], -1), 1);
  }
  settleTotal(-1, 0, n, rewards, ledger);
  settleEpisode([{ name: "harmless", lowest: -1 }], [clean], [-1], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { revenue: orNull(revenue) },
    limits: { harm: orNull(harm) },
    goal: asTruth(endorsed_next_day),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  kind: input("kind", "text", { alternatives: ["news", "friends", "video", "shop"] }),
  dwell: input("dwell", "number", { lo: 0, hi: 600 }),
  clicked: input("clicked", "bool"),
  hidden: input("hidden", "bool"),
  margin: input("margin", "number", { lo: 0, hi: 2 }),
  enjoyed: input("enjoyed", "number", { lo: 0, hi: 1 }),
  harmful: input("harmful", "bool"),
  endorsed: input("endorsed", "number", { lo: 0, hi: 1, optional: true }),
  shown: input("shown", "number", { lo: 1, hi: 200 }),
};

const rules = {
  satisfaction: objective("satisfaction", 0, 1),
  reading: objective("reading", 0, 1),
  endorsement: objective("endorsement", 0, 1),
  clickbait: penalty("clickbait", 0, 1),
  annoyance: penalty("annoyance", 0, 1),
  fatigue: penalty("fatigue", 0, 1),
};

