// BookingAgent: A desk agent that changes a booking: a step is one tool call. The state of the database at the end decides; on
// the way only the order of the task is paid, once, for how far it got. Calls cost, and writing without the
// customer's yes forfeits all.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** from action */
  tool: "search" | "ask" | "write" | "done";
  /** from environment */
  found: boolean | 0 | 1;
  /** from environment */
  agreed: boolean | 0 | 1;
  /** from environment */
  written: boolean | 0 | 1;
  /** from verifier, hazard */
  unasked: boolean | 0 | 1;
  /** from environment */
  malformed: boolean | 0 | 1;
  /** [usd], 0..0.2, from environment */
  cost: number;
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** from verifier */
  state_right: boolean | 0 | 1;
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
export const terms = ["outcome", "stages", "spend", "noise"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { outcome: 1, stages: 0.3, spend: 0.2, noise: 0.01, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atEnd = lookUp(episode, "end");
  const state_right = readNumber(atEnd("state_right"), inputs.state_right, null, ledger.invalid);

  const columns = {
    ended: new Float64Array(n),
    noise: new Float64Array(n),
    unasked: new Float64Array(n),
    ratio: new Float64Array(n),
    cost: new Float64Array(n),
  };
  let previousChangeStage = 0;
  let previousChangeFailed = 0;
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const tool = readText(row.tool, inputs.tool, t, ledger.invalid);
    const found = readNumber(row.found, inputs.found, t, ledger.invalid);
    const agreed = readNumber(row.agreed, inputs.agreed, t, ledger.invalid);
    const written = readNumber(row.written, inputs.written, t, ledger.invalid);
    const unasked = readNumber(row.unasked, inputs.unasked, t, ledger.invalid);
    const malformed = readNumber(row.malformed, inputs.malformed, t, ledger.invalid);
    const cost = readNumber(row.cost, inputs.cost, t, ledger.invalid);
    const both = and(less(previousChangeStage, 3), 1 - previousChangeFailed);
    const choice = choose(equal(previousChangeStage, 0), found, choose(equal(previousChangeStage, 1), agreed, written));
    const value = orElse(unasked, 1);
    const changeStage = t < 0 ? previousChangeStage : orElse(previousChangeStage + choose(and(both, and(orElse(choice, 0), 1 - value)), 1, 0), previousChangeStage);
    const changeFailed = t < 0 ? previousChangeFailed : orElse(or(previousChangeFailed, and(both, value)), previousChangeFailed);
    if (t >= 0) {
      columns.ended[t] = equal(tool, "done") === 1 ? 1 : 0;
      columns.noise[t] = malformed;
      columns.unasked[t] = unasked;
      columns.ratio[t] = changeStage / 3;
      columns.cost[t] = cost;
    }
    previousChangeStage = changeStage;
    previousChangeFailed = changeFailed;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const asked_first = 1 - any(columns.unasked);
  const changed = and(state_right, asked_first);
  const calls = count(new Float64Array(n).fill(1));

  // What each term pays on each step: weighted and signed.
  const paid = {
    noise: payEachStep(rules.noise, columns.noise, weights.noise, ledger),
    outcome: payAtEnd(rules.outcome, state_right, weights.outcome, n, ledger),
    stages: payAtEnd(rules.stages, last(columns.ratio), weights.stages, n, ledger),
    spend: payAtEnd(rules.spend, ramp(sum(columns.cost), 0.1, 2), weights.spend, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "asked_first", lowest: -1 }], [asked_first], [-1], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { calls: orNull(calls) },
    goal: asTruth(changed),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  tool: input("tool", "text", { alternatives: ["search", "ask", "write", "done"] }),
  found: input("found", "bool"),
  agreed: input("agreed", "bool"),
  written: input("written", "bool"),
  unasked: input("unasked", "bool"),
  malformed: input("malformed", "bool"),
  cost: input("cost", "number", { lo: 0, hi: 0.2 }),
  state_right: input("state_right", "bool"),
};

const rules = {
  outcome: objective("outcome", 0, 1),
  stages: objective("stages", 0, 1),
  spend: penalty("spend", 0, 1),
  noise: penalty("noise", 0, 1),
};

