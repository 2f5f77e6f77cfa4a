// Replies: Helpful replies with sources, one record each.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** One completion: all values of its record. */
export interface Completion {
  id?: string;
  group?: string;
  /** length in 0..16000, from policy */
  reply: string;
  /** from dataset */
  default: string;
  /** each in 0..1, from judge("panel") */
  scores: number[];
  /** each in 0..inf, from policy */
  claims: string[];
  /** each in 0..1, from verifier */
  checked: (boolean | 0 | 1)[];
  /** [nat], 0..inf, from trainer */
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

/** The names of what is paid. */
export const terms = ["helpful", "worst", "sourced", "correct", "drift"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Progress of training, 0..1. */
  training?: number;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(record: Completion | Episode, options: Options = {}): EpisodeResult {
  const training = options.training ?? 0;
  const weights = { helpful: 1, worst: 0.5, sourced: 0.2, correct: training, drift: 0.02, ...options.weights };

  const episode = asEpisode<Episode>(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const reply = readText(atEnd("reply"), inputs.reply, null, ledger.invalid);
  const defaultValue = readText(atEnd("default"), inputs.default, null, ledger.invalid);
  const scores = readList(atEnd("scores"), [], inputs.scores, null, ledger.invalid) as number[] | null;
  const claims = readList(atEnd("claims"), [], inputs.claims, null, ledger.invalid) as (string | null)[] | null;
  const checked = readList(atEnd("checked"), [], inputs.checked, null, ledger.invalid) as number[] | null;
  const kl = readNumber(atEnd("kl"), inputs.kl, null, ledger.invalid);
  const polite = or(matches(reply, /(?:(?<=[\wİı])(?![\wİı])|(?<![\wİı])(?=[\wİı]))(please|thank)/giu), startsWith(lower(reply), "sorry"));
  const cited = eachOf([claims], ([element]) => contains(element, /\[\d+\]/gu));
  const copied = same(words(reply), words(defaultValue));
  const product = eachOf([scores], ([element]) => element * 2);
  const difference = eachOf([product], ([element]) => element - 0.5);

  // What each term pays on each step: weighted and signed.
  const paid = {
    helpful: payAtEnd(rules.helpful, unlessMissing(mean, scores), weights.helpful, n, ledger),
    worst: payAtEnd(
      rules.worst,
      unlessMissing(minimum, eachOf([difference], ([element]) => Math.min(Math.max(element, 0), 1))),
      weights.worst,
      n,
      ledger,
    ),
    sourced: payAtEnd(rules.sourced, choose(unlessMissing(all, cited), 1, 0), weights.sourced, n, ledger),
    correct: payAtEnd(rules.correct, unlessMissing(all, checked), weights.correct, n, ledger),
    drift: payAtEnd(rules.drift, kl, weights.drift, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode(
    [{ name: "says_something", lowest: -1 }, { name: "polite", lowest: 0 }],
    [greaterEqual(length(trim(reply)), 8), polite],
    [-1, 0],
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
    probes: { copied: orNull(copied) },
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  reply: input("reply", "text", { hi: 16000 }),
  default: input("default", "text"),
  scores: input("scores", "number", { lo: 0, hi: 1 }),
  claims: input("claims", "text"),
  checked: input("checked", "bool"),
  kl: input("kl", "number", { lo: 0 }),
};

const rules = {
  helpful: objective("helpful", 0, 1),
  worst: objective("worst", 0, 1),
  sourced: objective("sourced", 0, 1),
  correct: objective("correct", 0, 1),
  drift: penalty("drift", 0, null),
};

// What follows is the same in every compiled reward: reading inputs, operators, paying.

/** What can be compared: numbers, conditions and texts, and vectors and lists of them, however deep. */
type Comparable = number | string | null | ArrayLike<Comparable>;

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

/** A hard constraint. `lowest` is the least its cap can be, paid where the cap cannot be evaluated. */
interface RequireRule {
  name: string;
  lowest: number | null;
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

/** 0 where one value is 0; else NaN where one cannot be evaluated; else 1, also over nothing. */
function all(values: ArrayLike<number>): number {
  let found = 1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) return 0;
    if (values[i] !== 1) found = NaN;
  }
  return found;
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

/** `yes` where the condition is 1, `no` where it is 0, NaN where it cannot be evaluated. */
function choose(condition: number, yes: number, no: number): number {
  return condition === 1 ? yes : condition === 0 ? no : NaN;
}

/** 1 where the pattern occurs anywhere in the text, 0 where not, NaN for a missing text. A string pattern is literal. */
function contains(text: string | null, pattern: RegExp | string | null): number {
  if (text === null || pattern === null) return NaN;
  const found = typeof pattern === "string" ? text.includes(pattern) : text.search(pattern) >= 0;
  return found ? 1 : 0;
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

/** A vector or list of `size` elements, each computed from its index. */
function each<T>(size: number, element: (i: number) => T): T[] {
  return Array.from({ length: size }, (_, i) => element(i));
}

/** Element by element over lists side by side; null where one is missing or their lengths differ. */
function eachOf<E extends unknown[], T>(
  lists: [...{ [K in keyof E]: readonly E[K][] | null }],
  element: (values: E) => T,
): T[] | null {
  const [first] = lists;
  if (lists.some((list) => list === null || list.length !== first?.length)) return null;
  return each((first as readonly unknown[]).length, (i) => element(lists.map((list) => list?.[i]) as E));
}

/** 1 where a >= b, 0 where not, NaN where one of them is NaN. */
function greaterEqual(a: number, b: number): number {
  return a >= b ? 1 : a < b ? 0 : NaN;
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

/** Whether a UTF-16 code unit is white space. */
function isSpace(code: number): boolean {
  if (code <= 32) return (code >= 9 && code <= 13) || code >= 28;
  if (code < 128) return false;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return [0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code);
}

/** False, and an episode that is not valid, where a weight is not finite. */
function isUsableWeight(name: string, weight: number, step: number | null, ledger: Ledger): boolean {
  if (Number.isFinite(weight)) return true;
  const reason = "the weight is not finite; the episode has no return";
  ledger.invalid.push({ step, signal: null, term: name, value: weight, reason });
  ledger.valid = false;
  return false;
}

/** Code points of a text (an unpaired surrogate is one), elements of a vector or list; NaN where it is missing. */
function length(value: string | ArrayLike<unknown> | null): number {
  if (value === null) return NaN;
  if (typeof value !== "string") return value.length;
  let points = value.length;
  for (let i = 1; i < value.length; i++) {
    const pair = (value.charCodeAt(i - 1) & 0xfc00) === 0xd800 && (value.charCodeAt(i) & 0xfc00) === 0xdc00;
    if (pair) points--;
  }
  return points;
}

/** Looks up values known once per episode: in `end`, else at the start in `start` or the first step, at the end in the last. */
function lookUp(
  episode: { start?: object; steps: readonly object[]; end?: object },
  timing: "start" | "end",
): (name: string) => Value | undefined {
  return (name) => readOnce(name, timing, episode as { start?: Row; steps: Row[]; end?: Row });
}

/** The text in lower case, by the Unicode default mapping. */
function lower(text: string | null): string | null {
  return text === null ? null : text.toLowerCase();
}

/** 1 where the pattern occurs anywhere in the text, 0 where not, NaN for a missing text. A string pattern is literal. */
function matches(text: string | null, pattern: RegExp | string | null): number {
  return contains(text, pattern);
}

/** (Σ xᵢ) / n, added in order; NaN over nothing. */
function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** The smallest element; NaN over nothing, or where one of them is. */
function minimum(values: ArrayLike<number>): number {
  let found = values.length > 0 ? values[0] : NaN;
  for (let i = 1; i < values.length; i++) found = Math.min(found, values[i]);
  return found;
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

/** b where a is 0, else a: NaN where a cannot be evaluated. */
function or(a: number, b: number): number {
  return a === 0 ? b : a;
}

/** A number as it is reported: null where it is missing. */
function orNull(value: number): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
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

/** One element of a list, or an array of them; `where` names its place. */
function readElement(
  raw: Value,
  shape: (number | null)[],
  where: string,
  rule: InputRule,
  step: number | null,
  invalid: Invalid[],
): Value {
  if (shape.length === 0) {
    const reason = rule.kind === "text" ? textProblem(raw, rule) : numberProblem(raw, rule);
    if (reason === undefined) return rule.kind === "text" ? raw : asNumber(raw, rule);
    invalid.push({ step, signal: rule.name, value: raw === undefined ? null : raw, reason: `${where} ${reason}` });
    return rule.kind === "text" ? null : NaN;
  }
  const size = shape[0];
  if (Array.isArray(raw) && (size === null || raw.length === size)) {
    return raw.map((element, i) => readElement(element, shape.slice(1), `${where}[${i}]`, rule, step, invalid));
  }
  const reason = size === null ? `${where} is not an array` : `${where} is not an array of ${size} numbers`;
  invalid.push({ step, signal: rule.name, value: raw === undefined ? null : raw, reason });
  return size === null ? null : new Array<number>(size).fill(NaN);
}

/**
 * A list; null where it is missing or no array. `shape` tells what its elements are: empty for numbers, bools and texts, else
 * the sizes of the arrays within, outermost first, null for a list. Elements that do not fit are NaN or null.
 */
function readList(
  raw: Value | undefined,
  shape: (number | null)[],
  rule: InputRule,
  step: number | null,
  invalid: Invalid[],
): Value[] | null {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((element, i) => readElement(element, shape, `element ${i}`, rule, step, invalid));
  invalid.push({ step, signal: rule.name, value, reason: "is not an array" });
  return null;
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

/** A text; null where it is missing or does not fit. */
function readText(raw: Value | undefined, rule: InputRule, step: number | null, invalid: Invalid[]): string | null {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return null;
  const reason = textProblem(value, rule);
  if (reason === undefined) return value as string;
  invalid.push({ step, signal: rule.name, value, reason });
  return null;
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

/** 1 where both have the same length and equal elements, 0 where not, NaN where one or an element of one is missing. */
function same(a: Comparable, b: Comparable): number {
  if (a === null || b === null || Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (typeof a !== "object" || typeof b !== "object") return a === b ? 1 : 0;
  if (a.length !== b.length) return 0;
  for (let i = 0; i < a.length; i++) {
    const equal = same(a[i], b[i]);
    if (equal !== 1) return equal;
  }
  return 1;
}

/**
 * Settles the constraints on the whole episode, given in order: of those violated the lowest cap; the last step then pays what
 * brings the undiscounted sum down to it.
 */
function settleEpisode(
  rules: RequireRule[],
  conditions: ArrayLike<number>,
  caps: ArrayLike<number>,
  from: number,
  to: number,
  pay: Float64Array,
  ledger: Ledger,
): void {
  let lowest = Infinity;
  for (let i = 0; i < rules.length; i++) {
    if (conditions[i] !== 1) lowest = Math.min(lowest, violate(rules[i], conditions[i], caps[i], null, ledger));
  }
  if (lowest === Infinity || to === from) return;
  const before = sumRows(pay, from, to - 1);
  if (!(before + pay[to - 1] <= lowest)) pay[to - 1] = lowest - before;
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

/** 1 where the pattern matches at the very start, 0 where not, NaN for a missing text. A string pattern is literal. */
function startsWith(text: string | null, pattern: RegExp | string | null): number {
  if (text === null || pattern === null) return NaN;
  const found = typeof pattern === "string" ? text.startsWith(pattern) : text.search(pattern) === 0;
  return found ? 1 : 0;
}

/** Σ xᵢ, added in order from 0; 0 over nothing. */
function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
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

/** Why a text does not fit, if it does not. `lo` and `hi` bound its length in code points. */
function textProblem(raw: Value, rule: InputRule): string | undefined {
  if (typeof raw !== "string") return raw === null || raw === undefined ? "is missing" : "is not a text";
  if (rule.alternatives !== undefined && !rule.alternatives.includes(raw)) {
    return `is not one of ${rule.alternatives.map((text) => JSON.stringify(text)).join(" | ")}`;
  }
  // A code point takes one or two units, so most texts need no counting.
  if (raw.length <= rule.hi && raw.length >= 2 * rule.lo) return undefined;
  const length = Array.from(raw).length;
  return length < rule.lo || length > rule.hi ? `has ${length} characters, outside ${rule.lo}..${rule.hi}` : undefined;
}

/** The text without white space at either end. */
function trim(text: string | null): string | null {
  if (text === null) return null;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** What a function of whole lists gives; NaN where one of its arguments is missing. */
function unlessMissing<A extends unknown[]>(
  f: (...values: A) => number,
  ...values: { [K in keyof A]: A[K] | null }
): number {
  return values.includes(null) ? NaN : f(...(values as A));
}

/** The cap of a violated constraint, noted. NaN, and an episode that is not valid, where it has none. */
function violate(rule: RequireRule, condition: number, cap: number, step: number | null, ledger: Ledger): number {
  if (condition !== 0) {
    const reason = `the condition of \`require ${rule.name}\` cannot be evaluated; it counts as violated`;
    ledger.invalid.push({ step, signal: null, value: condition, reason });
  }
  let most = cap;
  if (!Number.isFinite(cap)) {
    const end = rule.lowest === null ? "the episode has no return" : `its lowest value ${rule.lowest} was used`;
    ledger.invalid.push({
      step,
      signal: null,
      value: cap,
      reason: `what \`require ${rule.name}\` pays at most is not finite; ${end}`,
    });
    if (rule.lowest === null) ledger.valid = false;
    most = rule.lowest === null ? NaN : rule.lowest;
  }
  ledger.violations.push({ require: rule.name, step, cap: Number.isFinite(most) ? most : null });
  return most;
}

/** The parts between white space, none of them empty. */
function words(text: string | null): string[] | null {
  if (text === null) return null;
  const found: string[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isSpace(text.charCodeAt(i))) continue;
    if (i > start) found.push(text.slice(start, i));
    start = i + 1;
  }
  return found;
}
