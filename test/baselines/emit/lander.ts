// Lander: Lands softly between the flags.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m], 2 numbers, each in -1.5..1.5, from environment */
  position: number[];
  /** [m/s], 2 numbers, each in -5..5, from environment */
  velocity: number[];
  /** 2 conditions, from environment */
  legs: (boolean | 0 | 1)[];
  /** from environment, hazard */
  crashed: boolean | 0 | 1;
  /** from action */
  engine: "off" | "main" | "left" | "right";
  /** 0..1, 1 where absent, from environment */
  fuel?: number | null;
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

/** Tunable constants and their defaults. */
export const params = {
  /** [m/s], 0.1..1 */
  soft: 0.5,
};

/** The names of what is paid. */
export const terms = ["touchdown", "contact", "burn", "hard", "hover", "near"] as const;

/** What a caller may change. */
export interface Options {
  params?: Partial<typeof params>;
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const { soft } = { ...params, ...options.params };
  const weights = { touchdown: 100, contact: 10, burn: 1, hard: soft / 1, hover: 0.01, near: 1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    touchdown: new Float64Array(n),
    contact: new Float64Array(n),
    burn: new Float64Array(n),
    hard: new Float64Array(n),
    hardWhen: new Float64Array(n),
    hover: new Float64Array(n),
    in_bounds: new Float64Array(n),
    near: new Float64Array(n),
    speed: new Float64Array(n),
    fuel: new Float64Array(n),
    crashed: new Float64Array(n),
  };
  let previousIdle = 0;
  let lastLegs = each(2, () => NaN);
  const before = { near: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const position = readComponents(row.position, 2, inputs.position, t, ledger.invalid);
    const velocity = readComponents(row.velocity, 2, inputs.velocity, t, ledger.invalid);
    const legs = readComponents(row.legs, 2, inputs.legs, t, ledger.invalid);
    const crashed = readNumber(row.crashed, inputs.crashed, t, ledger.invalid);
    const engine = readText(row.engine, inputs.engine, t, ledger.invalid);
    const fuel = readNumber(row.fuel, inputs.fuel, t, ledger.invalid);
    const thrust = choose(equal(engine, "main"), 0.3, choose(or(equal(engine, "left"), equal(engine, "right")), 0.03, 0));
    const speed = norm(velocity);
    const isSuccess = and(all(legs), less(speed, 0.05));
    const succeeded = t >= 0 && isSuccess === 1 ? 1 : 0;
    /** steps since an engine last fired */
    const idle = t < 0 ? previousIdle : orElse(choose(greater(thrust, 0), 0, previousIdle + 1), previousIdle);
    const previousLegs = t > 0 ? lastLegs : each(2, (i) => orElse(lastLegs[i], legs[i]));
    const near = -norm(position) / 1;
    if (t < 0) {
      before.near = near;
    } else {
      columns.ended[t] = crashed === 1 || isSuccess === 1 ? 1 : 0;
      columns.touchdown[t] = succeeded;
      columns.contact[t] = count(each(2, (i) => and(legs[i], 1 - previousLegs[i])));
      columns.burn[t] = thrust;
      columns.hard[t] = Math.max(0, speed / 1 - 1);
      columns.hardWhen[t] = any(legs);
      columns.hover[t] = choose(greater(idle, 50), 1, 0);
      columns.in_bounds[t] = less(Math.abs(position[0]), 1.4);
      columns.near[t] = near;
      columns.speed[t] = speed;
      columns.fuel[t] = fuel;
      columns.crashed[t] = crashed;
    }
    lastLegs = legs;
    previousIdle = idle;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const landed = any(columns.touchdown);
  const saved = last(columns.fuel);

  // What each term pays on each step: weighted and signed.
  const paid = {
    touchdown: payEachStep(rules.touchdown, columns.touchdown, weights.touchdown, ledger),
    contact: payEachStep(rules.contact, columns.contact, weights.contact, ledger),
    burn: payEachStep(rules.burn, columns.burn, weights.burn, ledger),
    hard: payEachStep(rules.hard, columns.hard, weights.hard, ledger, columns.hardWhen),
    hover: payEachStep(rules.hover, columns.hover, weights.hover, ledger),
  };

  // What `total` makes of the terms.
  const sums = addTerms(Object.values(paid), n);
  const rewards = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    rewards[t] = choose(columns.crashed[t], -100, Math.min(Math.max(sums[t], -10), 100));
  }
  settleTotal(-100, 0, n, rewards, ledger);
  settleSteps(
    { name: "in_bounds", lowest: -5 },
    columns.in_bounds,
    new Float64Array(n).fill(-5),
    0,
    n,
    rewards,
    ledger,
  );
  settleEpisode([{ name: "some_fuel", lowest: -100 }], [greater(saved, 0)], [-100], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    near: addShaping("near", columns.near, before.near, outcome.terminated, 0.99, weights.near, rewards, ledger),
  };
  return report({
    episode,
    terms: { ...paid, ...shaping },
    rewards,
    unshaped,
    discount: 0.99,
    ledger,
    probes: { speed: Array.from(columns.speed, orNull) },
    goal: { landed: asTruth(landed), saved: orNull(saved) },
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  position: input("position", "number", { lo: -1.5, hi: 1.5 }),
  velocity: input("velocity", "number", { lo: -5, hi: 5 }),
  legs: input("legs", "bool"),
  crashed: input("crashed", "bool"),
  engine: input("engine", "text", { alternatives: ["off", "main", "left", "right"] }),
  fuel: input("fuel", "number", { lo: 0, hi: 1, fallback: 1 }),
};

const rules = {
  touchdown: objective("touchdown", 0, 1, "once"),
  contact: objective("contact", 0, 2),
  burn: penalty("burn", 0, 0.3),
  hard: penalty("hard", 0, 6.071067811865476),
  hover: penalty("hover", 0, 1),
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

/** A hard constraint. `lowest` is the least its cap can be, paid where the cap cannot be evaluated. */
interface RequireRule {
  name: string;
  lowest: number | null;
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

/** Potential shaping, weighted; it is added to `rewards` as well. */
function addShaping(
  name: string,
  potential: Float64Array,
  before: number,
  terminated: Float64Array,
  discount: number,
  weight: number,
  rewards: Float64Array,
  ledger: Ledger,
): Float64Array {
  const paid = new Float64Array(rewards.length);
  shape(name, potential, before, terminated, discount, weight, 0, rewards.length, paid, ledger);
  for (let t = 0; t < paid.length; t++) rewards[t] += paid[t];
  return paid;
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

/** b where a is 1, else a: NaN where a cannot be evaluated. */
function and(a: number, b: number): number {
  return a === 1 ? b : a;
}

/** 1 where one value is 1; else NaN where one cannot be evaluated; else 0, also over nothing. */
function any(values: ArrayLike<number>): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 1) return 1;
    if (values[i] !== 0) found = NaN;
  }
  return found;
}

/** A number known to fit: a bool is 1 or 0. */
function asNumber(raw: Value, rule: InputRule): number {
  const value = Number(raw);
  // Adding 0 makes 0 of −0, so that nothing divided by an input depends on the sign of a zero.
  return (rule.saturates ? Math.min(Math.max(value, rule.lo), rule.hi) : value) + 0;
}

/** A condition as it is reported: null where it cannot be evaluated. */
function asTruth(condition: number): boolean | null {
  return condition === 1 ? true : condition === 0 ? false : null;
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

/** How many values are 1; 0 over nothing; NaN where one cannot be evaluated. */
function count(values: ArrayLike<number>): number {
  let held = 0;
  for (let i = 0; i < values.length; i++) held += values[i];
  return held;
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

/** 1 where a and b are equal, 0 where not, NaN where one of them is missing. Numbers, conditions or texts. */
function equal(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null || Number.isNaN(a) || Number.isNaN(b)) return NaN;
  return a === b ? 1 : 0;
}

/** 1 where a > b, 0 where not, NaN where one of them is NaN. */
function greater(a: number, b: number): number {
  return a > b ? 1 : a <= b ? 0 : NaN;
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

/** The last element; NaN over nothing. */
function last(values: ArrayLike<number>): number {
  return values.length > 0 ? values[values.length - 1] : NaN;
}

/** 1 where a < b, 0 where not, NaN where one of them is NaN. */
function less(a: number, b: number): number {
  return a < b ? 1 : a >= b ? 0 : NaN;
}

/** √(Σ vᵢ²). */
function norm(v: ArrayLike<number>): number {
  return Math.sqrt(sumsq(v));
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

/** A number, count or bool as a number; NaN where it is missing or does not fit. */
function readNumber(raw: Value | undefined, rule: InputRule, step: number | null, invalid: Invalid[]): number {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return NaN;
  const reason = numberProblem(value, rule);
  if (reason === undefined) return asNumber(value, rule);
  invalid.push({ step, signal: rule.name, value, reason });
  return NaN;
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

/** Caps the pay of each step on which a step constraint does not hold. */
function settleSteps(
  rule: RequireRule,
  conditions: Float64Array,
  caps: Float64Array,
  from: number,
  to: number,
  pay: Float64Array,
  ledger: Ledger,
): void {
  for (let row = from; row < to; row++) {
    if (conditions[row] !== 1) pay[row] = Math.min(pay[row], violate(rule, conditions[row], caps[row], row - from, ledger));
  }
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

/**
 * Potential shaping, weighted, into `out`: γ·Φ − the Φ before, 0 after a terminated step. `before` is Φ in the start state, NaN
 * where there is none: then the first step adds 0. Where Φ is not finite it keeps its last value.
 */
function shape(
  name: string,
  potential: Float64Array,
  before: number,
  terminated: Float64Array,
  discount: number,
  weight: number,
  from: number,
  to: number,
  out: Float64Array,
  ledger: Ledger,
): void {
  const usable = isUsableWeight(name, weight, null, ledger);
  let last = Number.isFinite(before) ? before : NaN;
  for (let row = from; row < to; row++) {
    let here = potential[row];
    if (here - here !== 0) {
      const reason = "the potential is not finite; it keeps its last value";
      ledger.invalid.push({ step: row - from, signal: null, term: name, value: here, reason });
      here = last;
    }
    if (terminated[row] === 1) here = 0;
    const difference = discount * here - last;
    out[row] = usable ? weight * (Number.isNaN(difference) ? 0 : difference) : NaN;
    last = here;
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
