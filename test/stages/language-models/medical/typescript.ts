// PatientAnswers: Answers to patients' questions. A panel of physicians' criteria is judged for several simulated patients who ask
// the same thing in their own way; what counts is mostly the patients who were served worst. Missing an emergency
// is not a price but a limit: nothing else is paid then.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..8000, from policy */
  reply: string;
  /** 6 numbers, each in 0..1, from judge("physician-rubric") */
  accuracy: number[];
  /** 6 numbers, each in 0..1, from judge("physician-rubric") */
  complete: number[];
  /** 6 numbers, each in 0..1, from simulator */
  understood: number[];
  /** from verifier */
  contradicts: boolean | 0 | 1;
  /** from dataset */
  emergency: boolean | 0 | 1;
  /** from verifier */
  sent_on: boolean | 0 | 1;
  /** 0..1, from judge("calibration") */
  overstated: number;
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
  /** 0.1..1 */
  worst: 0.5,
};

/** The names of what is paid. */
export const terms = ["served", "plain", "certainty", "alarm"] as const;

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
  const { worst } = { ...params, ...options.params };
  const weights = { served: 0.9, plain: 0.1, certainty: 0.3, alarm: 0.4, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const reply = readText(atEnd("reply"), inputs.reply, null, ledger.invalid);
  const accuracy = readComponents(atEnd("accuracy"), 6, inputs.accuracy, null, ledger.invalid);
  const complete = readComponents(atEnd("complete"), 6, inputs.complete, null, ledger.invalid);
  const understood = readComponents(atEnd("understood"), 6, inputs.understood, null, ledger.invalid);
  const contradicts = readNumber(atEnd("contradicts"), inputs.contradicts, null, ledger.invalid);
  const emergency = readNumber(atEnd("emergency"), inputs.emergency, null, ledger.invalid);
  const sent_on = readNumber(atEnd("sent_on"), inputs.sent_on, null, ledger.invalid);
  const overstated = readNumber(atEnd("overstated"), inputs.overstated, null, ledger.invalid);
  const served = mapEach(integers(0, 5), (k) => { const part = [elementAt(accuracy, k), elementAt(complete, k), elementAt(understood, k)]; return rubric([5, 3, 2], part, 1); });
  const min = unlessMissing(minimum, served);
  const no_contradiction = 1 - contradicts;
  const isNot = 1 - emergency;
  const emergencies = or(sent_on, isNot);
  const helped = and(and(greaterEqual(min, 0.6), no_contradiction), emergencies);
  const spread = unlessMissing(maximum, served) - min;
  const plainWhen = unlessMissing(guard, reply, 8, [" ", ".", ",", ":", "Thought process:", "Let's solve this problem step by step.", "Solution", "解", "かいせつ", "Respuesta"]);

  // What each term pays on each step: weighted and signed.
  const paid = {
    served: payAtEnd(rules.served, orElse(unlessMissing(cvar, served, worst), 0), weights.served, n, ledger, plainWhen),
    plain: payAtEnd(rules.plain, mean(understood), weights.plain, n, ledger, plainWhen),
    certainty: payAtEnd(rules.certainty, overstated, weights.certainty, n, ledger),
    alarm: payAtEnd(rules.alarm, and(sent_on, isNot), weights.alarm, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode(
    [{ name: "emergencies", lowest: -1 }, { name: "no_contradiction", lowest: -0.5 }],
    [emergencies, no_contradiction],
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
    probes: { spread: orNull(spread) },
    goal: asTruth(helped),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  reply: input("reply", "text", { hi: 8000 }),
  accuracy: input("accuracy", "number", { lo: 0, hi: 1 }),
  complete: input("complete", "number", { lo: 0, hi: 1 }),
  understood: input("understood", "number", { lo: 0, hi: 1 }),
  contradicts: input("contradicts", "bool"),
  emergency: input("emergency", "bool"),
  sent_on: input("sent_on", "bool"),
  overstated: input("overstated", "number", { lo: 0, hi: 1 }),
};

const rules = {
  served: objective("served", 0, 1),
  plain: objective("plain", 0, 1),
  certainty: penalty("certainty", 0, 1),
  alarm: penalty("alarm", 0, 1),
};

