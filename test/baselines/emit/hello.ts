// Hello: Right answers, not too long.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** from verifier */
  correct: boolean | 0 | 1;
  /** 0..4096, from policy */
  tokens: number;
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
export const terms = ["right", "long"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(record: Completion | Episode, options: Options = {}): EpisodeResult {
  const weights = { right: 1, long: 0.2, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const correct = readNumber(atEnd("correct"), inputs.correct, null, ledger.invalid);
  const tokens = readNumber(atEnd("tokens"), inputs.tokens, null, ledger.invalid);

  // What each term pays on each step: weighted and signed.
  const paid = {
    right: payAtEnd(rules.right, correct, weights.right, n, ledger),
    long: payAtEnd(rules.long, ramp(tokens, 1000, 4096), weights.long, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({ episode, terms: paid, rewards, unshaped, discount: 1, ledger, onInvalid: options.onInvalid });
}

const inputs = {
  correct: input("correct", "bool"),
  tokens: input("tokens", "number", { lo: 0, hi: 4096 }),
};

const rules = {
  right: objective("right", 0, 1),
  long: penalty("long", 0, 1),
};

// What follows is the same in every compiled reward: reading inputs, operators, paying.

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

/** What a declaration demands. Of a vector or list, `kind`, `lo`, `hi` and `integer` are those of each element. */
interface InputRule {
  name: string;
  kind: "number" | "bool" | "text";
  lo: number;
  hi: number;
  integer: boolean;
  optional: boolean;
  /** Finite values outside the range are moved to its nearest end. */
  saturates: boolean;
  /** Taken where the value is absent; a number or bool fills a vector. */
  fallback?: Value;
  alternatives?: string[];
}

export interface Invalid {
  /** From 0; null for values known once per episode; -1 for the state before the first step. */
  step: number | null;
  signal: string | null;
  term?: string;
  value: Value;
  reason: string;
}

/** What is noted while an episode is paid. Not `valid`: nothing can be said about its return. */
interface Ledger {
  valid: boolean;
  invalid: Invalid[];
  violations: Violation[];
}

/** What was paid, and what is shown beside it. */
interface Paid extends Partial<Pick<EpisodeResult, "probes" | "goal" | "limits" | "notes">> {
  episode: { id?: string; group?: string };
  terms: Record<string, Float64Array>;
  rewards: Float64Array;
  unshaped: number | null;
  discount: number;
  ledger: Ledger;
  onInvalid?: "report" | "throw";
}

type Row = Record<string, Value>;

/** How a term is paid. `lo` and `hi` bound its value before weight and sign; null is unbounded. */
interface TermRule {
  name: string;
  role: "objective" | "penalty";
  rate: "step" | "second" | "once";
  lo: number | null;
  hi: number | null;
}

/** A missing value is null; NaN and ±Infinity may come from a log and are reported, never paid. */
export type Value = number | boolean | string | null | Value[];

export interface Violation {
  require: string;
  /** null for a constraint on the whole episode. */
  step: number | null;
  cap: number | null;
}

/**
 * `step` is -1 for the state before the first step, where absence is no fault and no default applies, and null for a value
 * known once per episode.
 */
function absent(rule: InputRule, step: number | null, invalid: Invalid[]): Value {
  if (step === -1) return null;
  if (rule.fallback !== undefined) return rule.fallback;
  if (!rule.optional) invalid.push({ step, signal: rule.name, value: null, reason: "is missing" });
  return null;
}

/** The sum of the terms on each step, in their order. */
function addTerms(columns: Float64Array[], steps: number): Float64Array {
  const sums = new Float64Array(steps);
  sumTerms(columns, 0, steps, sums);
  return sums;
}

/** A record without steps is an episode of one step. */
function asEpisode<E extends { steps: unknown[] }>(given: object): E {
  if ("steps" in given && Array.isArray(given.steps)) return given as E;
  const { id, group } = given as { id?: unknown; group?: unknown };
  const names = { ...(typeof id === "string" && { id }), ...(typeof group === "string" && { group }) };
  return { ...names, steps: [given] } as unknown as E;
}

/** A number known to fit: a bool is 1 or 0. */
function asNumber(raw: Value, rule: InputRule): number {
  const value = Number(raw);
  // Adding 0 makes 0 of −0, so that nothing divided by an input depends on the sign of a zero.
  return (rule.saturates ? Math.min(Math.max(value, rule.lo), rule.hi) : value) + 0;
}

/** Faults by step: the start state, the steps, then what is known once per episode; otherwise as they were found. */
function byStep(invalid: Invalid[]): Invalid[] {
  return invalid.sort((a, b) => (a.step === null ? Infinity : a.step) - (b.step === null ? Infinity : b.step) || 0);
}

/**
 * The value a term pays for before weight and sign: fails closed where it is not finite, a negative penalty is charged as 0.
 * NaN, and an episode that is not valid, where the bound it would fail to is infinite.
 */
function chargeable(rule: TermRule, value: number, step: number | null, ledger: Ledger): number {
  if (Number.isFinite(value)) {
    if (value >= 0 || rule.role === "objective") return value;
    const reason = "a penalty must not be negative; it was charged as 0";
    ledger.invalid.push({ step, signal: null, term: rule.name, value, reason });
    return 0;
  }
  const bound = rule.role === "objective" ? rule.lo : rule.hi;
  const what = Number.isNaN(value) ? "the value cannot be computed" : "the value is infinite";
  const side = rule.role === "objective" ? "lowest" : "highest";
  const reason =
    bound === null
      ? `${what} and the term has no ${side} value to fall back to; the episode has no return`
      : `${what}; its ${side} value ${bound} was used`;
  ledger.invalid.push({ step, signal: null, term: rule.name, value, reason });
  if (bound !== null) return bound;
  ledger.valid = false;
  return NaN;
}

/** What a term known once per episode adds to the last step: weighted, signed. `condition` is its `when`, 1 if it has none. */
function contribution(
  rule: TermRule,
  value: number,
  condition: number,
  weight: number,
  dt: number,
  ledger: Ledger,
): number {
  if (!isUsableWeight(rule.name, weight, null, ledger)) return NaN;
  if (!isActive(rule, condition, null, ledger)) return 0;
  let paid = weight * chargeable(rule, value, null, ledger);
  if (rule.rate === "second") paid = paid * dt;
  return rule.role === "penalty" ? 0 - paid : paid;
}

/** Σ γ^t · column, γ^t by repeated multiplication. */
function discountRows(column: Float64Array, discount: number, from: number, to: number): number {
  let sum = 0;
  let factor = 1;
  for (let row = from; row < to; row++) {
    sum += factor * column[row];
    factor *= discount;
  }
  return sum;
}

/** What a declaration demands, from what it says beyond name and kind. */
function input(name: string, kind: InputRule["kind"], more: Partial<InputRule> = {}): InputRule {
  return { name, kind, lo: -Infinity, hi: Infinity, integer: false, optional: false, saturates: false, ...more };
}

/** Whether a term is active where its `when` is `condition`: unknown is the unfavourable side, and reported. */
function isActive(rule: TermRule, condition: number, step: number | null, ledger: Ledger): boolean {
  if (condition === 1) return true;
  if (condition === 0) return false;
  const charged = rule.role === "penalty";
  const reason = `\`when\` cannot be evaluated; the ${rule.role} counts as ${charged ? "active" : "inactive"}`;
  ledger.invalid.push({ step, signal: null, term: rule.name, value: condition, reason });
  return charged;
}

/** False, and an episode that is not valid, where a weight is not finite. */
function isUsableWeight(name: string, weight: number, step: number | null, ledger: Ledger): boolean {
  if (Number.isFinite(weight)) return true;
  const reason = "the weight is not finite; the episode has no return";
  ledger.invalid.push({ step, signal: null, term: name, value: weight, reason });
  ledger.valid = false;
  return false;
}

/** Looks up values known once per episode: in `end`, else at the start in `start` or the first step, at the end in the last. */
function lookUp(
  episode: { start?: object; steps: readonly object[]; end?: object },
  timing: "start" | "end",
): (name: string) => Value | undefined {
  return (name) => readOnce(name, timing, episode as { start?: Row; steps: Row[]; end?: Row });
}

/** Why a number or bool does not fit, if it does not. */
function numberProblem(raw: Value, rule: InputRule): string | undefined {
  if (rule.kind === "bool") return raw === true || raw === false || raw === 0 || raw === 1 ? undefined : "is not true or false";
  if (typeof raw !== "number") return raw === null || raw === undefined ? "is missing" : "is not a number";
  if (!Number.isFinite(raw)) return "is not finite";
  const value = rule.saturates ? Math.min(Math.max(raw, rule.lo), rule.hi) : raw;
  if (rule.integer && !Number.isInteger(value)) return "is not a whole number";
  if (rule.integer && value < 0) return "is a count and must not be negative";
  if (value < rule.lo || value > rule.hi) {
    const lo = rule.lo === -Infinity ? "-inf" : String(rule.lo);
    const hi = rule.hi === Infinity ? "inf" : String(rule.hi);
    return `is outside ${lo}..${hi}`;
  }
  return undefined;
}

/** An objective whose value lies in lo..hi; null is unbounded. */
function objective(name: string, lo: number | null, hi: number | null, rate: TermRule["rate"] = "step"): TermRule {
  return { name, role: "objective", rate, lo, hi };
}

/** A ledger with nothing in it. */
function openLedger(): Ledger {
  return { valid: true, invalid: [], violations: [] };
}

/** What a term known once per episode pays: weighted and signed, on the last of `steps` steps. */
function payAtEnd(
  rule: TermRule,
  value: number,
  weight: number,
  steps: number,
  ledger: Ledger,
  when = 1,
  dt = 1,
): Float64Array {
  const paid = new Float64Array(steps);
  if (steps > 0) paid[steps - 1] = contribution(rule, value, when, weight, dt, ledger);
  return paid;
}

/** A penalty, likewise. */
function penalty(name: string, lo: number | null, hi: number | null, rate: TermRule["rate"] = "step"): TermRule {
  return { name, role: "penalty", rate, lo, hi };
}

/** (x − lo) / (hi − lo), kept in 0..1; a step at lo where both ends are the same; NaN where hi < lo. */
function ramp(x: number, lo: number, hi: number): number {
  if (lo === hi) return x >= lo ? 1 : x < lo ? 0 : NaN;
  if (!(lo < hi)) return NaN;
  return Math.min(Math.max((x - lo) / (hi - lo), 0), 1);
}

/** A number, count or bool as a number; NaN where it is missing or does not fit. */
function readNumber(raw: Value | undefined, rule: InputRule, step: number | null, invalid: Invalid[]): number {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return NaN;
  const reason = numberProblem(value, rule);
  if (reason === undefined) return asNumber(value, rule);
  invalid.push({ step, signal: rule.name, value, reason });
  return NaN;
}

/**
 * The raw value of a signal that is known once per episode: from `end`, else for one known at the start from `start` or the
 * first step, for others from the last step. So one completion's values feed signals of every timing.
 */
function readOnce(
  name: string,
  timing: "start" | "end" | "group",
  episode: { start?: Row; steps: Row[]; end?: Row },
): Value | undefined {
  // What is given as missing is missing: another place does not answer for it.
  if (episode.end !== undefined && Object.hasOwn(episode.end, name)) return episode.end[name];
  if (timing === "start" && episode.start !== undefined && Object.hasOwn(episode.start, name)) return episode.start[name];
  const row = episode.steps[timing === "start" ? 0 : episode.steps.length - 1];
  return row === undefined ? undefined : row[name];
}

/** The result as plain JSON. Throws where `onInvalid` asks for it and a value was invalid. */
function report(paid: Paid): EpisodeResult {
  const { terms, rewards, unshaped, discount, ledger, probes = {}, goal = null, limits, notes = [] } = paid;
  const { id = "", group } = paid.episode;
  const invalid = byStep(ledger.invalid);
  if (paid.onInvalid === "throw" && invalid.length > 0) {
    const { step, signal, term, reason } = invalid[0];
    const where = step === null ? "" : step < 0 ? " before the first step" : ` on step ${step}`;
    throw new RangeError(`episode ${JSON.stringify(id)}: ${signal ?? term ?? "a value"}${where} ${reason}`);
  }
  return {
    id,
    ...(group === undefined ? {} : { group }),
    return: reported(sumRows(rewards, 0, rewards.length), ledger),
    discounted: reported(discountRows(rewards, discount, 0, rewards.length), ledger),
    unshaped,
    rewards: Array.from(rewards),
    terms: Object.fromEntries(Object.entries(terms).map(([name, column]) => [name, Array.from(column)])),
    probes,
    goal,
    violations: ledger.violations,
    invalid,
    ...(limits === undefined ? {} : { limits }),
    notes,
  };
}

/** The sum as reported: null where the episode is not valid. */
function reported(sum: number, ledger: Ledger): number | null {
  return ledger.valid && Number.isFinite(sum) ? sum : null;
}

/** Replaces pay that is not finite by `lowest`; without one the episode is not valid. */
function settleTotal(lowest: number | null, from: number, to: number, pay: Float64Array, ledger: Ledger): void {
  for (let row = from; row < to; row++) {
    const value = pay[row];
    if (value - value === 0) continue;
    if (lowest !== null || ledger.valid) {
      const end = lowest === null ? "the episode has no return" : `the lowest value of \`total\`, ${lowest}, was used`;
      ledger.invalid.push({ step: row - from, signal: null, value, reason: `what is paid is not finite; ${end}` });
    }
    if (lowest === null) ledger.valid = false;
    pay[row] = lowest === null ? NaN : lowest;
  }
}

/** The sum of a column's rows, one after the other from 0. */
function sumRows(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += column[row];
  return sum;
}

/** Adds columns in order, from 0: step terms as declared, then those of the end, which are 0 but on the last step. */
function sumTerms(columns: Float64Array[], from: number, to: number, out: Float64Array): void {
  out.fill(0, from, to);
  for (const column of columns) for (let row = from; row < to; row++) out[row] += column[row];
}
