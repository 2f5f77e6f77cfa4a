// Walk: A quadruped that should walk at the commanded velocity.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** [m/s], 3 numbers, each in -5..5, from environment */
  velocity: number[];
  /** [N*m], 12 numbers, each in -33..33, values outside are moved to its ends, from environment */
  torque: number[];
  /** 4 conditions, from environment */
  contact: (boolean | 0 | 1)[];
  /** [m], 0..1, from environment */
  height: number;
  /** from environment, hazard */
  fell: boolean | 0 | 1;
  /** 12 numbers, each in -1..1, from action */
  action: number[];
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** What is known once per episode. */
export interface End {
  /** [m/s], 2 numbers, each in -1..1, from environment */
  command: number[];
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
export const terms = ["tracking", "stride", "effort", "jerk", "fall", "posture"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { tracking: 1, stride: 0.5, effort: 0.00002, jerk: 0.01, fall: 10, posture: 1, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  // Known once per episode.
  const atStart = lookUp(episode, "start");
  const command = readComponents(atStart("command"), 2, inputs.command, null, ledger.invalid);

  const columns = {
    ended: new Float64Array(n),
    tracking: new Float64Array(n),
    stride: new Float64Array(n),
    effort: new Float64Array(n),
    jerk: new Float64Array(n),
    fall: new Float64Array(n),
    posture: new Float64Array(n),
    norm: new Float64Array(n),
    fell: new Float64Array(n),
  };
  let previousAirtime = [0, 0, 0, 0];
  let lastContact = each(4, () => NaN);
  let lastAction = each(12, () => NaN);
  const before = { posture: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const velocity = readComponents(row.velocity, 3, inputs.velocity, t, ledger.invalid);
    const torque = readComponents(row.torque, 12, inputs.torque, t, ledger.invalid);
    const contact = readComponents(row.contact, 4, inputs.contact, t, ledger.invalid);
    const height = readNumber(row.height, inputs.height, t, ledger.invalid);
    const fell = readNumber(row.fell, inputs.fell, t, ledger.invalid);
    const action = readComponents(row.action, 12, inputs.action, t, ledger.invalid);
    const off = each(2, (i) => command[i] - velocity[i]);
    /** seconds each foot has been in the air */
    const airtime = t < 0 ? previousAirtime : each(4, (i) => orElse(choose(contact[i], 0, previousAirtime[i] + 0.02), previousAirtime[i]));
    const previousContact = t > 0 ? lastContact : each(4, (i) => orElse(lastContact[i], contact[i]));
    const choice = each(4, (i) => choose(and(contact[i], 1 - previousContact[i]), previousAirtime[i] - 0.5, 0));
    const previousAction = t > 0 ? lastAction : each(12, (i) => orElse(lastAction[i], action[i]));
    const failed = t >= 0 && fell === 1 ? 1 : 0;
    const posture = tolerance(height, 0.28, 0.34, 0.2, 0.1, "gaussian");
    if (t < 0) {
      before.posture = posture;
    } else {
      columns.ended[t] = fell === 1 ? 1 : 0;
      columns.tracking[t] = Math.exp(-sumsq(off) / 0.25);
      columns.stride[t] = sum(choice);
      columns.effort[t] = sumsq(torque);
      columns.jerk[t] = sumsq(each(12, (i) => action[i] - previousAction[i]));
      columns.fall[t] = failed;
      columns.posture[t] = posture;
      columns.norm[t] = norm(off);
      columns.fell[t] = fell;
    }
    lastAction = action;
    lastContact = contact;
    previousAirtime = airtime;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const tracked = and(less(mean(columns.norm), 0.25), 1 - any(columns.fell));

  // What each term pays on each step: weighted and signed.
  const paid = {
    tracking: payEachStep(rules.tracking, columns.tracking, weights.tracking, ledger, null, 0.02),
    stride: payEachStep(rules.stride, columns.stride, weights.stride, ledger),
    effort: payEachStep(rules.effort, columns.effort, weights.effort, ledger),
    jerk: payEachStep(rules.jerk, columns.jerk, weights.jerk, ledger),
    fall: payEachStep(rules.fall, columns.fall, weights.fall, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    posture: addShaping(
      "posture",
      columns.posture,
      before.posture,
      outcome.terminated,
      0.99,
      weights.posture,
      rewards,
      ledger,
    ),
  };
  return report({
    episode,
    terms: { ...paid, ...shaping },
    rewards,
    unshaped,
    discount: 0.99,
    ledger,
    goal: asTruth(tracked),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  command: input("command", "number", { lo: -1, hi: 1 }),
  velocity: input("velocity", "number", { lo: -5, hi: 5 }),
  torque: input("torque", "number", { lo: -33, hi: 33, saturates: true }),
  contact: input("contact", "bool"),
  height: input("height", "number", { lo: 0, hi: 1 }),
  fell: input("fell", "bool"),
  action: input("action", "number", { lo: -1, hi: 1 }),
};

const rules = {
  tracking: objective("tracking", 8.378942533819365e-126, 1, "second"),
  stride: objective("stride", null, null),
  effort: penalty("effort", 0, 13068),
  jerk: penalty("jerk", 0, 48),
  fall: penalty("fall", 0, 1),
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

/** 1 where a < b, 0 where not, NaN where one of them is NaN. */
function less(a: number, b: number): number {
  return a < b ? 1 : a >= b ? 0 : NaN;
}

/** Looks up values known once per episode: in `end`, else at the start in `start` or the first step, at the end in the last. */
function lookUp(
  episode: { start?: object; steps: readonly object[]; end?: object },
  timing: "start" | "end",
): (name: string) => Value | undefined {
  return (name) => readOnce(name, timing, episode as { start?: Row; steps: Row[]; end?: Row });
}

/** (Σ xᵢ) / n, added in order; NaN over nothing. */
function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
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

/** A number, or another one where it is missing. */
function orElse(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
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

/**
 * 1 within lo..hi; outside it falls with the distance, to `valueAtMargin` at the distance `margin`, or to 0 at once where
 * margin is 0. NaN where hi < lo, margin < 0, or `valueAtMargin` does not fit the kind. Formulas of dm_control's `tolerance`.
 */
function tolerance(x: number, lo: number, hi: number, margin = 0, valueAtMargin = 0.1, kind = "gaussian"): number {
  if (!(lo <= hi && margin >= 0)) return NaN;
  if (x >= lo && x <= hi) return 1;
  const distance = x < lo ? lo - x : x - hi;
  if (margin === 0) return Number.isNaN(distance) ? NaN : 0;
  return toleranceKernel(distance / margin, valueAtMargin, kind);
}

/** The fall of `tolerance`: 1 at distance 0, `value` at distance 1. NaN for a `value` the kind cannot take. */
function toleranceKernel(distance: number, value: number, kind: string): number {
  const reachesZero = kind === "cosine" || kind === "linear" || kind === "quadratic";
  if (!(value < 1 && (value > 0 || (reachesZero && value === 0))) || Number.isNaN(distance)) return NaN;
  switch (kind) {
    case "gaussian": {
      const scaled = distance * Math.sqrt(-2 * Math.log(value));
      return Math.exp(-0.5 * scaled * scaled);
    }
    case "hyperbolic":
      return 1 / Math.cosh(distance * Math.acosh(1 / value));
    case "long_tail": {
      const scaled = distance * Math.sqrt(1 / value - 1);
      return 1 / (scaled * scaled + 1);
    }
    case "reciprocal":
      return 1 / (Math.abs(distance) * (1 / value - 1) + 1);
    case "cosine": {
      const scaled = distance * (Math.acos(2 * value - 1) / Math.PI);
      return Math.abs(scaled) < 1 ? (1 + Math.cos(Math.PI * scaled)) / 2 : 0;
    }
    case "linear": {
      const scaled = distance * (1 - value);
      return Math.abs(scaled) < 1 ? 1 - scaled : 0;
    }
    case "quadratic": {
      const scaled = distance * Math.sqrt(1 - value);
      return Math.abs(scaled) < 1 ? 1 - scaled * scaled : 0;
    }
    case "tanh_squared": {
      const flat = Math.tanh(distance * Math.atanh(Math.sqrt(1 - value)));
      return 1 - flat * flat;
    }
    default:
      return NaN;
  }
}
