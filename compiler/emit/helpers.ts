// Small functions that only generated code calls; their source text is printed into it. They must not know programs.
import { type InputRule, readVector } from "../../runtime/validate-input.ts";
import { contribution, contributions, type Ledger, type TermRule } from "../../runtime/pay.ts";
import type { Invalid, Value } from "../../runtime/trajectory.ts";

/** What a declaration demands, from what it says beyond name and kind. */
export function input(name: string, kind: InputRule["kind"], more: Partial<InputRule> = {}): InputRule {
  return { name, kind, lo: -Infinity, hi: Infinity, integer: false, optional: false, saturates: false, ...more };
}

/** A vector of `size` numbers; NaN where one is missing or does not fit. */
export function readComponents(raw: Value | undefined, size: number, rule: InputRule, step: number | null, invalid: Invalid[]): number[] {
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

/** `yes` where the condition is 1, `no` where it is 0, NaN where it cannot be evaluated. */
export function choose(condition: number, yes: number, no: number): number {
  return condition === 1 ? yes : condition === 0 ? no : NaN;
}

/** The same for texts and lists: null where the condition cannot be evaluated. */
export function chooseItem<T>(condition: number, yes: T, no: T): T | null {
  return condition === 1 ? yes : condition === 0 ? no : null;
}

/** A number, or another one where it is missing. */
export function orElse(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

/** An element, NaN where there is none. */
export function elementAt(values: ArrayLike<number> | null, index: number): number {
  return values?.[index] ?? NaN;
}

/** A text or list out of a list, null where there is none. */
export function itemAt<T>(values: readonly T[] | null, index: number): T | null {
  return values?.[index] ?? null;
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
export function payAtEnd(rule: TermRule, value: number, weight: number, steps: number, ledger: Ledger, when = 1, dt = 1): Float64Array {
  const paid = new Float64Array(steps);
  const amount = contribution(rule, value, when, weight, dt, ledger);
  if (steps > 0) paid[steps - 1] = amount;
  return paid;
}
