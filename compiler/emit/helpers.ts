// Small functions that only generated code calls; their source text is printed into it. They must not know programs.

import { describeEnd, recordedFlag, settleTerminated } from "../../runtime/outcome.ts";
import {
  byStep,
  contribution,
  contributions,
  discountRows,
  type Ledger,
  reported,
  shape,
  sumRows,
  sumTerms,
  type TermRule,
} from "../../runtime/pay.ts";
import type { EpisodeResult, Invalid, Row, Value } from "../../runtime/trajectory.ts";
import { type InputRule, readOnce, readVector } from "../../runtime/validate-input.ts";

/** What a declaration demands, from what it says beyond name and kind. */
export function input(name: string, kind: InputRule["kind"], more: Partial<InputRule> = {}): InputRule {
  return { name, kind, lo: -Infinity, hi: Infinity, integer: false, optional: false, saturates: false, ...more };
}

/** A vector of `size` numbers; NaN where one is missing or does not fit. */
export function readComponents(
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

/** A vector or list of `size` elements, each computed from its index. */
export function each<T>(size: number, element: (i: number) => T): T[] {
  return Array.from({ length: size }, (_, i) => element(i));
}

/** Element by element over lists side by side; null where one is missing or their lengths differ. */
export function eachOf<E extends unknown[], T>(
  lists: [...{ [K in keyof E]: readonly E[K][] | null }],
  element: (values: E) => T,
): T[] | null {
  const [first] = lists;
  if (lists.some((list) => list === null || list.length !== first?.length)) return null;
  return each((first as readonly unknown[]).length, (i) => element(lists.map((list) => list?.[i]) as E));
}

/** A number on each of `n` steps. */
export function onSteps(n: number, value: (t: number) => number): Float64Array {
  return Float64Array.from({ length: n }, (_, t) => value(t));
}

/** Element by element over vectors of one size. */
export function eachIn<E extends unknown[], T>(
  vectors: [...{ [K in keyof E]: readonly E[K][] }],
  element: (values: E) => T,
): T[] {
  return each(vectors[0].length, (i) => element(vectors.map((vector) => vector[i]) as E));
}

/** `yes` where the condition is 1, `no` where it is 0, NaN where it cannot be evaluated. */
export function choose(condition: number, yes: number, no: number): number {
  return condition === 1 ? yes : condition === 0 ? no : NaN;
}

/** The same for texts and lists: null where the condition cannot be evaluated. */
export function chooseItem<T>(condition: number, yes: T, no: T): T | null {
  return condition === 1 ? yes : condition === 0 ? no : null;
}

/** A text or list, or another one where it is missing. */
export function itemOrElse<T>(value: T | null, otherwise: T): T {
  return value ?? otherwise;
}

/** What a function of whole lists gives; NaN where one of its arguments is missing. */
export function unlessMissing<A extends unknown[]>(
  f: (...values: A) => number,
  ...values: { [K in keyof A]: A[K] | null }
): number {
  return values.includes(null) ? NaN : f(...(values as A));
}

/** What a function of whole lists gives that is a text or list itself; null where one of its arguments is missing. */
export function itemUnlessMissing<A extends unknown[], R>(
  f: (...values: A) => R,
  ...values: { [K in keyof A]: A[K] | null }
): R | null {
  return values.includes(null) ? null : f(...(values as A));
}

/** A number, or another one where it is missing. */
export function orElse(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

/** An element, NaN where there is none. */
export function elementAt(values: ArrayLike<number> | null, index: number): number {
  return values?.[index] ?? NaN;
}

/** A vector of `size` numbers out of a list, of NaN where there is none. */
export function vectorAt(values: readonly (number[] | null)[] | null, index: number, size: number): number[] {
  return values?.[index] ?? each(size, () => NaN);
}

/** A text or list out of a list, null where there is none. */
export function itemAt<T>(values: readonly T[] | null, index: number): T | null {
  return values?.[index] ?? null;
}

/** What each element of a list gives, of those that meet the condition; missing where the list is. */
export function mapEach<T, R>(list: readonly T[] | null, result: (element: T) => R, where?: (element: T) => number): R[] | null {
  return list && (where ? list.filter((element) => where(element) === 1) : list).map((element) => result(element));
}

/** A list as a vector of `size` numbers; NaN where it is missing or has another length. */
export function vectorOf(size: number, values: readonly number[] | null): number[] {
  return values !== null && values.length === size ? [...values] : new Array<number>(size).fill(NaN);
}

/** What each element of a vector gives. */
export function mapVector(vector: readonly number[], result: (element: number) => number): number[] {
  return vector.map((element) => result(element));
}

/** Lets all samples of a group come to their offers, then gives each the offers of all. */
export function playTogether<Offer extends object, Result>(
  samples: Generator<Offer, Result, { [Key in keyof Offer]: Offer[Key][] }>[],
): Result[] {
  const offers = samples.map((sample) => sample.next().value as Offer);
  const keys = Object.keys(offers[0] ?? {}) as (keyof Offer)[];
  const group = Object.fromEntries(keys.map((key) => [key, offers.map((offer) => offer[key])]));
  return samples.map((sample) => sample.next(group as { [Key in keyof Offer]: Offer[Key][] }).value as Result);
}

/** The values at the places where a condition holds. */
export function whereTrue<T>(values: ArrayLike<T>, holds: ArrayLike<number>): T[] {
  return Array.from(values).filter((_, i) => holds[i] === 1);
}

/** Adds a value to the last `size` ones and gives them. */
export function slide<T>(recent: T[], value: T, size: number): T[] {
  recent.push(value);
  if (recent.length > size) recent.shift();
  return recent;
}

/** An objective whose value lies in lo..hi; null is unbounded. */
export function objective(name: string, lo: number | null, hi: number | null, rate: TermRule["rate"] = "step"): TermRule {
  return { name, role: "objective", rate, lo, hi };
}

/** A penalty, likewise. */
export function penalty(name: string, lo: number | null, hi: number | null, rate: TermRule["rate"] = "step"): TermRule {
  return { name, role: "penalty", rate, lo, hi };
}

/** What a term pays on each step, weighted and signed. `when` is null for a term that is always active. */
export function payEachStep(
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

/** What a term known once per episode pays: weighted and signed, on the last of `steps` steps. */
export function payAtEnd(
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

/** The sum of the terms on each step, in their order. */
export function addTerms(columns: Float64Array[], steps: number): Float64Array {
  const sums = new Float64Array(steps);
  sumTerms(columns, 0, steps, sums);
  return sums;
}

/** Potential shaping, weighted; it is added to `rewards` as well. */
export function addShaping(
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

/** Which steps are terminal, and sentences about the end. `ended` is null where nothing is said about what ends an episode. */
export function settleOutcome(
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

/** A number as it is reported: null where it is missing. */
export function orNull(value: number): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** A condition as it is reported: null where it cannot be evaluated. */
export function asTruth(condition: number): boolean | null {
  return condition === 1 ? true : condition === 0 ? false : null;
}

/** What was paid, and what is shown beside it. */
export interface Paid extends Partial<Pick<EpisodeResult, "probes" | "goal" | "limits" | "notes">> {
  episode: { id?: string; group?: string };
  terms: Record<string, Float64Array>;
  rewards: Float64Array;
  unshaped: number | null;
  discount: number;
  ledger: Ledger;
  onInvalid?: "report" | "throw";
}

/** The result as plain JSON. Throws where `onInvalid` asks for it and a value was invalid. */
export function report(paid: Paid): EpisodeResult {
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

/** Looks up values known once per episode: in `end`, else at the start in `start` or the first step, at the end in the last. */
export function lookUp(
  episode: { start?: object; steps: readonly object[]; end?: object },
  timing: "start" | "end",
): (name: string) => Value | undefined {
  return (name) => readOnce(name, timing, episode as { start?: Row; steps: Row[]; end?: Row });
}

/** A record without steps is an episode of one step. */
export function asEpisode<E extends { steps: unknown[] }>(given: object): E {
  if ("steps" in given && Array.isArray(given.steps)) return given as E;
  const { id, group } = given as { id?: unknown; group?: unknown };
  const names = { ...(typeof id === "string" && { id }), ...(typeof group === "string" && { group }) };
  return { ...names, steps: [given] } as unknown as E;
}
