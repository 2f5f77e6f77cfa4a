// Arms: Two arms, a pose and some obstacles: vectors, quaternions and lists of lists.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** 4 numbers, from environment */
  pose: number[];
  /** 4 numbers, from environment */
  wanted: number[];
  /** [m], 3 numbers, each in -2..2, from environment */
  hand: number[];
  /** [m], each in -5..5, from environment */
  obstacles: number[][];
  /** from environment */
  paths: number[][];
  /** from environment */
  flat: number[];
  /** each in 0..inf, from environment */
  names: string[];
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** One episode, from its first step to its last. */
export interface Episode {
  id?: string;
  group?: string;
  start?: Start;
  steps: Step[];
}

/** The names of what is paid. */
export const terms = ["turned", "clear", "tall", "bent", "many", "known"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const vector = [0, 0];
  const weights = { turned: 1, clear: 0.1, tall: 0.1, bent: 0.2, many: 0.1, known: 0.1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    turned: new Float64Array(n),
    clear: new Float64Array(n),
    tall: new Float64Array(n),
    bent: new Float64Array(n),
    many: new Float64Array(n),
    known: new Float64Array(n),
    deep: new Float64Array(n),
  };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const pose = readComponents(row.pose, 4, inputs.pose, t, ledger.invalid);
    const wanted = readComponents(row.wanted, 4, inputs.wanted, t, ledger.invalid);
    const hand = readComponents(row.hand, 3, inputs.hand, t, ledger.invalid);
    const obstacles = readList(row.obstacles, [2], inputs.obstacles, t, ledger.invalid) as number[][] | null;
    const paths = readList(row.paths, [null], inputs.paths, t, ledger.invalid) as (number[] | null)[] | null;
    const flat = readList(row.flat, [], inputs.flat, t, ledger.invalid) as number[] | null;
    const names = readList(row.names, [], inputs.names, t, ledger.invalid) as (string | null)[] | null;
    if (t < 0) continue;
    const normalizeValue = normalize(pose);
    const part = [normalizeValue[3], normalizeValue[0], normalizeValue[1], normalizeValue[2]];
    const offset = unrotate(part, hand);
    const quatInverseValue = quatInverse(wanted);
    const partValue = [pose[3], pose[0], pose[1], pose[2]];
    const quatMulValue = quatMul(partValue, quatInverseValue);
    const both = [quatMulValue[1], quatMulValue[2], quatMulValue[3], quatMulValue[0]];
    const gaps = eachOf([obstacles], ([element]) => eachIn([element, [hand[0], hand[1]]], ([element2, other2]) => element2 - other2));
    const swapped = eachOf([gaps], ([element]) => [elementAt(element, 1), elementAt(element, 0)]);
    const elementValue = vectorAt(obstacles, 0, 2);
    const first_ = each(2, (i) => orElse(elementValue[i], vector[i]));
    const tops = mapEach(paths, (path) => orElse(unlessMissing(maximum, path), 0));
    const partValue2 = [offset[0], offset[1]];
    const ends_ = [partValue2, first_];
    const concatValue = itemUnlessMissing(concat, names, ["arm"]);
    const uniqueValue = itemUnlessMissing(unique, concatValue);
    const kinds = itemUnlessMissing(sort, uniqueValue);
    const rowsValue = itemUnlessMissing(rows, flat, 2);
    const cut = itemUnlessMissing(slice, rowsValue, 0, 1);
    const doubled = eachOf([paths], ([element]) => eachOf([element], ([element2]) => element2 * 2));
    const elementValue2 = itemAt(doubled, 0);
    const abs = eachOf([eachOf([cut], ([element]) => elementAt(element, 0))], ([element]) => Math.abs(element));
    const absValue = eachOf([eachOf([ends_], ([element]) => elementAt(element, 0))], ([element]) => Math.abs(element));
    columns.turned[t] = 1 - quatAngle([both[3], both[0], both[1], both[2]], partValue) / 3.141592653589793;
    columns.clear[t] = unlessMissing(sum, mapEach(swapped, (gap) => norm(gap) / 1));
    columns.tall[t] = unlessMissing(sum, tops);
    columns.bent[t] = norm(cross(offset, hand)) / 1;
    columns.many[t] = length(kinds) / 1 + unlessMissing(sum, abs) + unlessMissing(sum, absValue) / 1;
    columns.known[t] = and(unlessMissing(containsElement, obstacles, first_), 1 - missing(flat));
    columns.deep[t] = length(itemOrElse(elementValue2, []));
  }

  const outcome = settleOutcome(steps, null);

  // What each term pays on each step: weighted and signed.
  const paid = {
    turned: payEachStep(rules.turned, columns.turned, weights.turned, ledger),
    clear: payEachStep(rules.clear, columns.clear, weights.clear, ledger),
    tall: payEachStep(rules.tall, columns.tall, weights.tall, ledger),
    bent: payEachStep(rules.bent, columns.bent, weights.bent, ledger),
    many: payEachStep(rules.many, columns.many, weights.many, ledger),
    known: payEachStep(rules.known, columns.known, weights.known, ledger),
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
    probes: { deep: Array.from(columns.deep, orNull) },
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  pose: input("pose", "number"),
  wanted: input("wanted", "number"),
  hand: input("hand", "number", { lo: -2, hi: 2 }),
  obstacles: input("obstacles", "number", { lo: -5, hi: 5 }),
  paths: input("paths", "number"),
  flat: input("flat", "number"),
  names: input("names", "text"),
};

const rules = {
  turned: objective("turned", 0, 1),
  clear: objective("clear", 0, null),
  tall: objective("tall", null, null),
  bent: penalty("bent", 0, 180.13328398716396),
  many: penalty("many", 0, null),
  known: objective("known", 0, 1),
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

/** b where a is 1, else a: NaN where a cannot be evaluated. */
function and(a: number, b: number): number {
  return a === 1 ? b : a;
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

/** Which text comes first by its code points: below 0, 0 or above 0. */
function compareTexts(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    if (x[i] !== y[i]) return Number(x[i].codePointAt(0)) - Number(y[i].codePointAt(0));
  }
  return x.length - y.length;
}

/** All elements, in order. */
function concat<T>(...parts: ArrayLike<T>[]): T[] {
  return parts.flatMap((part) => Array.from(part));
}

/** 1 where an element equals v; else 0, or NaN where v or an element is missing. */
function containsElement<T>(xs: ArrayLike<T>, v: T): number {
  let found = Number.isNaN(same(v as never, v as never)) ? NaN : 0;
  for (let i = 0; i < xs.length; i++) {
    const equal = same(xs[i] as never, v as never);
    if (equal === 1) return 1;
    if (Number.isNaN(equal)) found = NaN;
  }
  return found;
}

/**
 * What a step term adds on each step, into `out`. `weight` is one number for the episode or one per row; `when` is null where the
 * term has none.
 */
function contributions(
  rule: TermRule,
  values: Float64Array,
  when: Float64Array | null,
  weight: number | Float64Array,
  dt: number,
  from: number,
  to: number,
  out: Float64Array,
  ledger: Ledger,
): void {
  const penalty = rule.role === "penalty";
  const perSecond = rule.rate === "second";
  const factor = typeof weight === "number" ? weight : NaN;
  if (typeof weight === "number" && !isUsableWeight(rule.name, weight, null, ledger)) {
    for (let row = from; row < to; row++) out[row] = NaN;
    return;
  }
  if (typeof weight === "number" && when === null && rule.rate !== "once") {
    // What nearly all terms are, without the questions that do not arise.
    for (let row = from; row < to; row++) {
      let value = values[row];
      if (value - value !== 0 || (penalty && value < 0)) value = chargeable(rule, value, row - from, ledger);
      const paid = perSecond ? factor * value * dt : factor * value;
      out[row] = penalty ? 0 - paid : paid;
    }
    return;
  }
  let spent = false;
  for (let row = from; row < to; row++) {
    const step = row - from;
    if (when !== null && !isActive(rule, when[row], step, ledger)) {
      out[row] = 0;
      continue;
    }
    let value = chargeable(rule, values[row], step, ledger);
    if (rule.rate === "once" && value !== 0) {
      if (spent) value = 0;
      spent = true;
    }
    let own = factor;
    if (typeof weight !== "number") own = isUsableWeight(rule.name, weight[row], step, ledger) ? weight[row] : NaN;
    const paid = perSecond ? own * value * dt : own * value;
    out[row] = penalty ? 0 - paid : paid;
  }
}

/** a × b, of vectors of three. */
function cross(a: ArrayLike<number>, b: ArrayLike<number>): number[] {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** Sentences about the end: where the recorded flag differs from `ends` (if any are declared), and what follows an end. */
function describeEnd(
  recorded: Float64Array,
  ended: Float64Array,
  terminated: Float64Array,
  declared: boolean,
  from: number,
  to: number,
): string[] {
  const notes: string[] = [];
  let early = 0;
  let late = 0;
  let firstEarly = -1;
  let firstLate = -1;
  let end = -1;
  for (let row = from; row < to; row++) {
    if (end < 0 && terminated[row] === 1) end = row - from;
    if (!declared || Number.isNaN(recorded[row]) || recorded[row] === ended[row]) continue;
    if (recorded[row] === 1) {
      if (early++ === 0) firstEarly = row - from;
    } else if (late++ === 0) firstLate = row - from;
  }
  if (early > 0) {
    notes.push(
      `\`terminated\` is recorded on ${early} step(s) where no \`ends when\` holds, first on step ${firstEarly}; the recorded value was used.`,
    );
  }
  if (late > 0) {
    notes.push(
      `\`ends when\` holds on ${late} step(s) recorded as not terminated, first on step ${firstLate}; the recorded value was used.`,
    );
  }
  const following = end < 0 ? 0 : to - from - 1 - end;
  if (following > 0)
    notes.push(`${following} record(s) follow the end of the episode on step ${end}; they were paid like the others.`);
  return notes;
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

/** Element by element over vectors of one size. */
function eachIn<E extends unknown[], T>(
  vectors: [...{ [K in keyof E]: readonly E[K][] }],
  element: (values: E) => T,
): T[] {
  return each(vectors[0].length, (i) => element(vectors.map((vector) => vector[i]) as E));
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

/** An element, NaN where there is none. */
function elementAt(values: ArrayLike<number> | null, index: number): number {
  return values?.[index] ?? NaN;
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

/** A text or list out of a list, null where there is none. */
function itemAt<T>(values: readonly T[] | null, index: number): T | null {
  return values?.[index] ?? null;
}

/** A text or list, or another one where it is missing. */
function itemOrElse<T>(value: T | null, otherwise: T): T {
  return value ?? otherwise;
}

/** What a function of whole lists gives that is a text or list itself; null where one of its arguments is missing. */
function itemUnlessMissing<A extends unknown[], R>(
  f: (...values: A) => R,
  ...values: { [K in keyof A]: A[K] | null }
): R | null {
  return values.includes(null) ? null : f(...(values as A));
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

/** What each element of a list gives, of those that meet the condition; missing where the list is. */
function mapEach<T, R>(list: readonly T[] | null, result: (element: T) => R, where?: (element: T) => number): R[] | null {
  return list && (where ? list.filter((element) => where(element) === 1) : list).map((element) => result(element));
}

/** The largest element; NaN over nothing, or where one of them is. */
function maximum(values: ArrayLike<number>): number {
  let found = values.length > 0 ? values[0] : NaN;
  for (let i = 1; i < values.length; i++) found = Math.max(found, values[i]);
  return found;
}

/** 1 where there is no value, 0 where there is one; a vector is missing where a component is. */
function missing(x: unknown): number {
  if (x === null || Number.isNaN(x)) return 1;
  return Array.isArray(x) && x.length > 0 && x.some((part) => Number.isNaN(part)) ? 1 : 0;
}

/** √(Σ vᵢ²). */
function norm(v: ArrayLike<number>): number {
  return Math.sqrt(sumsq(v));
}

/** v / |v|, also where v² is too large or too small for a double; NaN for the zero vector and for what is not finite. */
function normalize(v: ArrayLike<number>): number[] {
  const values = Array.from(v);
  const plain = norm(values);
  if (plain > 1e-150 && plain < 1e150) return values.map((x) => x / plain);
  const largest = Math.max(...values.map(Math.abs));
  if (!(largest > 0 && largest < Infinity)) return values.map(() => NaN);
  const scaled = values.map((x) => x / largest);
  const length = norm(scaled);
  return scaled.map((x) => x / length);
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

/** A number, or another one where it is missing. */
function orElse(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

/** A number as it is reported: null where it is missing. */
function orNull(value: number): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** What a term pays on each step, weighted and signed. `when` is null for a term that is always active. */
function payEachStep(
  rule: TermRule,
  values: Float64Array,
  weight: number | Float64Array,
  ledger: Ledger,
  when: Float64Array | null = null,
  dt = 1,
): Float64Array {
  const paid = new Float64Array(values.length);
  contributions(rule, values, when, weight, dt, 0, values.length, paid, ledger);
  return paid;
}

/** A penalty, likewise. */
function penalty(name: string, lo: number | null, hi: number | null, rate: TermRule["rate"] = "step"): TermRule {
  return { name, role: "penalty", rate, lo, hi };
}

/** 2·atan2(|v|, |w|) of a ⊗ conj(b) = (w, v); NaN where that is zero, as of a zero quaternion. */
function quatAngle(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [w, x, y, z] = quatMul(a, quatConj(b));
  const size = Math.sqrt(x * x + y * y + z * z);
  return size > 0 || w !== 0 ? 2 * Math.atan2(size, Math.abs(w)) : NaN;
}

/** (w, −x, −y, −z). */
function quatConj(q: ArrayLike<number>): number[] {
  return [q[0], -q[1], -q[2], -q[3]];
}

/** Conjugate over squared length; NaN where that is 0 or too large for a double. */
function quatInverse(q: ArrayLike<number>): number[] {
  const square = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
  if (!(square >= 1e-300 && square < Infinity)) return [NaN, NaN, NaN, NaN];
  return [q[0] / square, -q[1] / square, -q[2] / square, -q[3] / square];
}

/** a ⊗ b, the turn b followed by the turn a; w first. */
function quatMul(a: ArrayLike<number>, b: ArrayLike<number>): number[] {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}

/** A vector of `size` numbers; NaN where one is missing or does not fit. */
function readComponents(
  raw: Value | undefined,
  size: number,
  rule: InputRule,
  step: number | null,
  invalid: Invalid[],
): number[] {
  const components = new Float64Array(size);
  readVector(raw, size, rule, step, invalid, components, 0);
  return Array.from(components);
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

/** A vector into `out` from index `at`; components that do not fit are NaN, all of them where it is no array of that size. */
function readVector(
  raw: Value | undefined,
  size: number,
  rule: InputRule,
  step: number | null,
  invalid: Invalid[],
  out: Float64Array,
  at: number,
): void {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  out.fill(NaN, at, at + size);
  if (value === null) return;
  if ((raw === undefined || raw === null) && !Array.isArray(value)) {
    out.fill(asNumber(value, rule), at, at + size);
    return;
  }
  if (!Array.isArray(value) || value.length !== size) {
    const reason = Array.isArray(value)
      ? `has ${value.length} components instead of ${size}`
      : `is not an array of ${size} numbers`;
    invalid.push({ step, signal: rule.name, value, reason });
    return;
  }
  for (let i = 0; i < size; i++) {
    const reason = numberProblem(value[i], rule);
    if (reason === undefined) out[at + i] = asNumber(value[i], rule);
    else
      invalid.push({
        step,
        signal: rule.name,
        value: value[i] === undefined ? null : value[i],
        reason: `component ${i} ${reason}`,
      });
  }
}

/** A flag as a log recorded it: 1, 0, or NaN where it did not. */
function recordedFlag(raw: Value | undefined): number {
  if (raw === true || raw === 1) return 1;
  return raw === false || raw === 0 ? 0 : NaN;
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

/** v + 2w(q × v) + 2q × (q × v), with q the imaginary part. */
function rotate(q: ArrayLike<number>, v: ArrayLike<number>): number[] {
  const axis = [q[1], q[2], q[3]];
  const once = cross(axis, v);
  const twice = cross(axis, once);
  return [0, 1, 2].map((k) => v[k] + 2 * q[0] * once[k] + 2 * twice[k]);
}

/** Every n numbers together; null where they do not come out even. */
function rows(v: ArrayLike<number>, n: number): number[][] | null {
  if (!Number.isInteger(n) || n < 1 || v.length % n !== 0) return null;
  return Array.from({ length: v.length / n }, (_, i) => Array.from({ length: n }, (__, k) => v[i * n + k]));
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

/** Which steps are terminal, and sentences about the end. `ended` is null where nothing is said about what ends an episode. */
function settleOutcome(
  steps: readonly { terminated?: Value }[],
  ended: Float64Array | null,
): { terminated: Float64Array; notes: string[] } {
  const n = steps.length;
  const recorded = Float64Array.from(steps, (step) => recordedFlag(step.terminated));
  const holds = ended ?? new Float64Array(n);
  const terminated = new Float64Array(n);
  settleTerminated(recorded, holds, 0, n, terminated);
  return { terminated, notes: describeEnd(recorded, holds, terminated, ended !== null, 0, n) };
}

/** `terminated` on each step: as recorded, else where an `ends` condition holds (`ended`). */
function settleTerminated(recorded: Float64Array, ended: Float64Array, from: number, to: number, out: Float64Array): void {
  for (let row = from; row < to; row++) out[row] = Number.isNaN(recorded[row]) ? ended[row] : recorded[row];
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

/** Elements a to b, both included, as far as they exist; null where a bound is neither whole nor infinite. */
function slice<T>(xs: ArrayLike<T>, a: number, b: number): T[] | null {
  const from = Math.max(0, a);
  const to = Math.min(xs.length - 1, b);
  const part: T[] = [];
  if (Math.floor(a) !== a || Math.floor(b) !== b) return null;
  for (let i = from; i <= to; i++) part.push(xs[i]);
  return part;
}

/** Smallest first; all missing where one is. */
function sort<T>(xs: ArrayLike<T>): T[] {
  const sorted = Array.from(xs) as (number | string | null)[];
  if (sorted.includes(null)) return sorted.map(() => null) as T[];
  if (sorted.some((x) => Number.isNaN(x))) return sorted.map(() => NaN) as T[];
  sorted.sort((a, b) =>
    typeof a === "string" ? compareTexts(a, String(b)) : Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : 0,
  );
  return sorted as T[];
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

/** Σ vᵢ², added in order from 0. */
function sumsq(v: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < v.length; i++) total += v[i] * v[i];
  return total;
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

/** First occurrences, in order; null where an element is missing. */
function unique<T>(xs: ArrayLike<T>): T[] | null {
  const found: T[] = [];
  const simple = new Set<T>();
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    if (Number.isNaN(same(x as never, x as never))) return null;
    const known = typeof x === "object" ? found.some((other) => same(other as never, x as never) === 1) : simple.has(x);
    if (known) continue;
    simple.add(x);
    found.push(x);
  }
  return found;
}

/** What a function of whole lists gives; NaN where one of its arguments is missing. */
function unlessMissing<A extends unknown[]>(
  f: (...values: A) => number,
  ...values: { [K in keyof A]: A[K] | null }
): number {
  return values.includes(null) ? NaN : f(...(values as A));
}

/** The turn by the conjugate. */
function unrotate(q: ArrayLike<number>, v: ArrayLike<number>): number[] {
  return rotate(quatConj(q), v);
}

/** A vector of `size` numbers out of a list, of NaN where there is none. */
function vectorAt(values: readonly (number[] | null)[] | null, index: number, size: number): number[] {
  return values?.[index] ?? each(size, () => NaN);
}
