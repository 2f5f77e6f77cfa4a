// ToolCalls: One block of tool calls, compared with the reference calls. The text must be JSON exactly as a client would parse
// it; calls are compared in canonical form, so that spaces and the order of keys do not matter. One call too many is
// as wrong as one too few.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..16000, from policy */
  completion: string;
  /** length in 0..8000, from dataset */
  expected: string;
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
export const terms = ["exact"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(record: Completion | Episode, options: Options = {}): EpisodeResult {
  const vector = [];
  const weights = { exact: 1, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const completion = readText(atEnd("completion"), inputs.completion, null, ledger.invalid);
  const expected = readText(atEnd("expected"), inputs.expected, null, ledger.invalid);
  const blocks = extractAll(completion, /<tool_call>([^<]*)<\/tool_call>/gu, 1);
  const text = chooseItem(equal(length(blocks), 1), itemOrElse(itemAt(blocks, 0), ""), "");
  const jsonItemsValue = jsonItems(text, 0);
  const calls = itemOrElse(jsonItemsValue, vector);
  const jsonItemsValue2 = jsonItems(expected, 0);
  const wanted = itemOrElse(jsonItemsValue2, vector);
  const parsed = and(1 - missing(jsonItemsValue), unlessMissing(all, mapEach(calls, (c) => 1 - missing(jsonGet(c, "name")))));
  const exact = same(itemUnlessMissing(sort, calls), itemUnlessMissing(sort, wanted));
  const called = and(parsed, exact);
  const overlap = tokenF1(calls, wanted);

  // What each term pays on each step: weighted and signed.
  const paid = {
    exact: payAtEnd(rules.exact, exact, weights.exact, n, ledger, parsed),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "strict", lowest: -1 }], [parsed], [-1], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { overlap: orNull(overlap) },
    goal: asTruth(called),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  completion: input("completion", "text", { hi: 16000 }),
  expected: input("expected", "text", { hi: 8000 }),
};

const rules = {
  exact: objective("exact", 0, 1),
};

