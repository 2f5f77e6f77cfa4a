// Trajectories: what an evaluation runs on. Rows as people write them (JSON), columns as the evaluator reads them.
// It must not know files or formats.

/** A missing value is null; NaN and ±Infinity may come from a log and are reported, never paid. */
export type Value = number | boolean | string | null | Value[];
export type Row = Record<string, Value>;

/** One episode, in the JSON form of the command line. Step rows may carry `terminated` and `truncated`. */
export interface Episode {
  id: string;
  group?: string;
  /** The state before the first action, under the same names. */
  start?: Row;
  steps: Row[];
  /** Values known at the end, at the start or per group: one per episode. */
  end?: Row;
  /** Where it came from, for messages. */
  origin?: { file: string; line: number } | { scenario: string };
  /** What the log itself recorded as reward, for comparison. */
  recorded?: (number | null)[];
}

/** Parameter and weight overrides by name; what a slider changes. */
export interface Knobs {
  params?: Record<string, number>;
  weights?: Record<string, number>;
  /** 0..1, the trainer's progress. */
  training?: number;
}

export interface Invalid {
  /** From 0; null for values known once per episode; -1 for the state before the first step. */
  step: number | null;
  signal: string | null;
  term?: string;
  value: Value;
  reason: string;
}

export interface Violation {
  require: string;
  /** null for a constraint on the whole episode. */
  step: number | null;
  cap: number | null;
}

/** What one episode pays. Arrays have one entry per step; `rewards` includes shaping. */
export interface EpisodeResult {
  id: string;
  group?: string;
  /** Undiscounted sum of everything paid; null where the episode is invalid. */
  return: number | null;
  discounted: number | null;
  /** Undiscounted sum without shaping: what expectations and proofs mean by `return`. */
  unshaped: number | null;
  rewards: number[];
  /** Weighted, signed contribution of each term and shaping, by name. */
  terms: Record<string, number[]>;
  /** Step probes one per step, others a single value. */
  probes: Record<string, (number | null)[] | number | null>;
  /** Value of the goal; with several goals an object by name. */
  goal: number | boolean | null | Record<string, number | boolean | null>;
  violations: Violation[];
  invalid: Invalid[];
  /** Where the reward declares limits: what this episode adds to each, by name. */
  limits?: Record<string, number | null>;
  /** Where assumptions are checked: those that do not hold, from which step (null: as a whole) and on how many. */
  assumptions?: { text: string; step: number | null; count: number }[];
  /** Sentences about the episode as a whole, e.g. how many records follow an end. */
  notes: string[];
}
