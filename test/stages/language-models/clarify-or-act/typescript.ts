// ClarifyOrAct: An assistant that may ask back before it acts; a step is one turn. Asking is right where the request was made
// ambiguous on purpose, acting where it was not, and a question is worth the uncertainty it removes. Asking always,
// never, or twice the same does not pay.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** from action */
  move: "ask" | "act" | "stop";
  /** 4 numbers, each in 0..1, from model("intent-reader") */
  belief: number[];
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** from dataset */
  ambiguous: boolean | 0 | 1;
  /** 4 numbers, each in 0..1, from model("intent-reader") */
  prior: number[];
  /** from verifier */
  done_right: boolean | 0 | 1;
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
export const terms = ["outcome", "choice", "learned", "turn"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { outcome: 1, choice: 0.5, learned: 0.25, turn: 0.1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const atEnd = lookUp(episode, "end");
  const ambiguous = readNumber(atStart("ambiguous"), inputs.ambiguous, null, ledger.invalid);
  const prior = readComponents(atStart("prior"), 4, inputs.prior, null, ledger.invalid);
  const done_right = readNumber(atEnd("done_right"), inputs.done_right, null, ledger.invalid);

  const columns = {
    ended: new Float64Array(n),
    turn: new Float64Array(n),
    gained: new Float64Array(n),
  };
  let lastBelief = each(4, () => NaN);
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const move = readText(row.move, inputs.move, t, ledger.invalid);
    const belief = readComponents(row.belief, 4, inputs.belief, t, ledger.invalid);
    const turn = equal(move, "ask");
    const previousBelief = t > 0 ? lastBelief : t < 0 ? belief : each(4, (i) => orElse(lastBelief[i], prior[i]));
    if (t >= 0) {
      columns.ended[t] = notEqual(move, "ask") === 1 ? 1 : 0;
      columns.turn[t] = turn;
      columns.gained[t] = choose(turn, Math.max(0, entropy(previousBelief) - entropy(belief)), 0);
    }
    lastBelief = belief;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const asked = any(columns.turn);
  const served = and(done_right, equal(asked, ambiguous));

  // What each term pays on each step: weighted and signed.
  const paid = {
    turn: payEachStep(rules.turn, columns.turn, weights.turn, ledger),
    outcome: payAtEnd(rules.outcome, done_right, weights.outcome, n, ledger),
    choice: payAtEnd(rules.choice, askOrAct(asked, ambiguous, 1, -1, -1, 1), weights.choice, n, ledger),
    learned: payAtEnd(rules.learned, Math.min(sum(columns.gained), 2), weights.learned, n, ledger, ambiguous),
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
    goal: asTruth(served),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  ambiguous: input("ambiguous", "bool"),
  prior: input("prior", "number", { lo: 0, hi: 1 }),
  move: input("move", "text", { alternatives: ["ask", "act", "stop"] }),
  belief: input("belief", "number", { lo: 0, hi: 1 }),
  done_right: input("done_right", "bool"),
};

const rules = {
  outcome: objective("outcome", 0, 1),
  choice: objective("choice", -1, 1),
  learned: objective("learned", 0, 2),
  turn: penalty("turn", 0, 1),
};

