// From term values to pay, for the steps of one episode: rows `from` (step 0) up to but not including `to` of shared columns.
// Stand-alone functions, because generated code prints their source too. They must not know programs, nodes or plans.
import type { Invalid, Violation } from "./trajectory.ts";

/** What is noted while an episode is paid. Not `valid`: nothing can be said about its return. */
export interface Ledger {
  valid: boolean;
  invalid: Invalid[];
  violations: Violation[];
}

/** How a term is paid. `lo` and `hi` bound its value before weight and sign; null is unbounded. */
export interface TermRule {
  name: string;
  role: "objective" | "penalty";
  rate: "step" | "second" | "once";
  lo: number | null;
  hi: number | null;
}

/** A hard constraint. `lowest` is the least its cap can be, paid where the cap cannot be evaluated. */
export interface RequireRule {
  name: string;
  lowest: number | null;
}

/** A ledger with nothing in it. */
export function openLedger(): Ledger {
  return { valid: true, invalid: [], violations: [] };
}

/**
 * The value a term pays for before weight and sign: fails closed where it is not finite, a negative penalty is charged as 0.
 * NaN, and an episode that is not valid, where the bound it would fail to is infinite.
 */
export function chargeable(rule: TermRule, value: number, step: number | null, ledger: Ledger): number {
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

/** Whether a term is active where its `when` is `condition`: unknown is the unfavourable side, and reported. */
export function isActive(rule: TermRule, condition: number, step: number | null, ledger: Ledger): boolean {
  if (condition === 1) return true;
  if (condition === 0) return false;
  const charged = rule.role === "penalty";
  const reason = `\`when\` cannot be evaluated; the ${rule.role} counts as ${charged ? "active" : "inactive"}`;
  ledger.invalid.push({ step, signal: null, term: rule.name, value: condition, reason });
  return charged;
}

/** False, and an episode that is not valid, where a weight is not finite. */
export function isUsableWeight(name: string, weight: number, step: number | null, ledger: Ledger): boolean {
  if (Number.isFinite(weight)) return true;
  const reason = "the weight is not finite; the episode has no return";
  ledger.invalid.push({ step, signal: null, term: name, value: weight, reason });
  ledger.valid = false;
  return false;
}

/** What a term known once per episode adds to the last step: weighted, signed. `condition` is its `when`, 1 if it has none. */
export function contribution(
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

/**
 * What a step term adds on each step, into `out`. `weight` is one number for the episode or one per row; `when` is null where the
 * term has none.
 */
export function contributions(
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

/** Adds columns in order, from 0: step terms as declared, then those of the end, which are 0 but on the last step. */
export function sumTerms(columns: Float64Array[], from: number, to: number, out: Float64Array): void {
  out.fill(0, from, to);
  for (const column of columns) for (let row = from; row < to; row++) out[row] += column[row];
}

/** Replaces pay that is not finite by `lowest`; without one the episode is not valid. */
export function settleTotal(lowest: number | null, from: number, to: number, pay: Float64Array, ledger: Ledger): void {
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

/** The cap of a violated constraint, noted. NaN, and an episode that is not valid, where it has none. */
export function violate(rule: RequireRule, condition: number, cap: number, step: number | null, ledger: Ledger): number {
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

/** Caps the pay of each step on which a step constraint does not hold. */
export function settleSteps(
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

/**
 * Settles the constraints on the whole episode, given in order: of those violated the lowest cap; the last step then pays what
 * brings the undiscounted sum down to it.
 */
export function settleEpisode(
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

/**
 * Potential shaping, weighted, into `out`: γ·Φ − the Φ before, 0 after a terminated step. `before` is Φ in the start state, NaN
 * where there is none: then the first step adds 0. Where Φ is not finite it keeps its last value.
 */
export function shape(
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
export function sumRows(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += column[row];
  return sum;
}

/** Σ γ^t · column, γ^t by repeated multiplication. */
export function discountRows(column: Float64Array, discount: number, from: number, to: number): number {
  let sum = 0;
  let factor = 1;
  for (let row = from; row < to; row++) {
    sum += factor * column[row];
    factor *= discount;
  }
  return sum;
}

/** The sum as reported: null where the episode is not valid. */
export function reported(sum: number, ledger: Ledger): number | null {
  return ledger.valid && Number.isFinite(sum) ? sum : null;
}

/** Faults by step: the start state, the steps, then what is known once per episode; otherwise as they were found. */
export function byStep(invalid: Invalid[]): Invalid[] {
  return invalid.sort((a, b) => (a.step === null ? Infinity : a.step) - (b.step === null ? Infinity : b.step) || 0);
}
