// CodeAgent: A coding agent: a step is one tool call, an episode one issue. Hidden tests decide; visible ones are only a hint.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** from action */
  tool: "edit" | "run" | "search" | "submit";
  /** [usd], 0..1, from environment */
  cost: number;
  /** from environment, hazard */
  touched_tests: boolean | 0 | 1;
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** 0..1, from verifier */
  hidden_passed: number;
  /** 0..1, from environment */
  visible_passed: number;
  /** from verifier */
  compiles: boolean | 0 | 1;
  /** 0..5000, from environment */
  diff_lines: number;
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
export const terms = ["all_pass", "partial", "spend", "sprawl"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { all_pass: 1, partial: 0.3, spend: 0.2, sprawl: 0.1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atEnd = lookUp(episode, "end");
  const hidden_passed = readNumber(atEnd("hidden_passed"), inputs.hidden_passed, null, ledger.invalid);
  const visible_passed = readNumber(atEnd("visible_passed"), inputs.visible_passed, null, ledger.invalid);
  const compiles = readNumber(atEnd("compiles"), inputs.compiles, null, ledger.invalid);
  const diff_lines = readNumber(atEnd("diff_lines"), inputs.diff_lines, null, ledger.invalid);
  const all_pass = equal(hidden_passed, 1);
  const overfit = visible_passed - hidden_passed;

  const columns = {
    ended: new Float64Array(n),
    touched_tests: new Float64Array(n),
    cost: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const tool = readText(row.tool, inputs.tool, t, ledger.invalid);
    const cost = readNumber(row.cost, inputs.cost, t, ledger.invalid);
    const touched_tests = readNumber(row.touched_tests, inputs.touched_tests, t, ledger.invalid);
    if (t < 0) continue;
    columns.ended[t] = equal(tool, "submit") === 1 ? 1 : 0;
    columns.touched_tests[t] = touched_tests;
    columns.cost[t] = cost;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const tests_untouched = 1 - any(columns.touched_tests);
  const fixed = and(all_pass, tests_untouched);
  const spent = sum(columns.cost);

  // What each term pays on each step: weighted and signed.
  const paid = {
    all_pass: payAtEnd(rules.all_pass, all_pass, weights.all_pass, n, ledger),
    partial: payAtEnd(rules.partial, hidden_passed, weights.partial, n, ledger, compiles),
    spend: payAtEnd(rules.spend, ramp(spent, 0.5, 5), weights.spend, n, ledger),
    sprawl: payAtEnd(rules.sprawl, ramp(diff_lines, 400, 5000), weights.sprawl, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "tests_untouched", lowest: -2 }], [tests_untouched], [-2], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { overfit: orNull(overfit) },
    goal: asTruth(fixed),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  tool: input("tool", "text", { alternatives: ["edit", "run", "search", "submit"] }),
  cost: input("cost", "number", { lo: 0, hi: 1 }),
  touched_tests: input("touched_tests", "bool"),
  hidden_passed: input("hidden_passed", "number", { lo: 0, hi: 1 }),
  visible_passed: input("visible_passed", "number", { lo: 0, hi: 1 }),
  compiles: input("compiles", "bool"),
  diff_lines: input("diff_lines", "number", { lo: 0, hi: 5000 }),
};

const rules = {
  all_pass: objective("all_pass", 0, 1),
  partial: objective("partial", 0, 1),
  spend: penalty("spend", 0, 1),
  sprawl: penalty("sprawl", 0, 1),
};

