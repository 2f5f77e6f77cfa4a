// Reads one value of an input as its declaration demands; a fault is noted and the value becomes NaN or null.
// Stand-alone functions, because generated code prints their source too. They must not know programs or columns.
import type { Invalid, Row, Value } from "./trajectory.ts";

/** What a declaration demands. Of a vector or list, `kind`, `lo`, `hi` and `integer` are those of each element. */
export interface InputRule {
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

/**
 * `step` is -1 for the state before the first step, where absence is no fault and no default applies, and null for a value
 * known once per episode.
 */
export function absent(rule: InputRule, step: number | null, invalid: Invalid[]): Value {
  if (step === -1) return null;
  if (rule.fallback !== undefined) return rule.fallback;
  if (!rule.optional) invalid.push({ step, signal: rule.name, value: null, reason: "is missing" });
  return null;
}

/** Why a number or bool does not fit, if it does not. */
export function numberProblem(raw: Value, rule: InputRule): string | undefined {
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

/** Why a text does not fit, if it does not. `lo` and `hi` bound its length in code points. */
export function textProblem(raw: Value, rule: InputRule): string | undefined {
  if (typeof raw !== "string") return raw === null || raw === undefined ? "is missing" : "is not a text";
  if (rule.alternatives !== undefined && !rule.alternatives.includes(raw)) {
    return `is not one of ${rule.alternatives.map((text) => JSON.stringify(text)).join(" | ")}`;
  }
  // A code point takes one or two units, so most texts need no counting.
  if (raw.length <= rule.hi && raw.length >= 2 * rule.lo) return undefined;
  const length = Array.from(raw).length;
  return length < rule.lo || length > rule.hi ? `has ${length} characters, outside ${rule.lo}..${rule.hi}` : undefined;
}

/** A number known to fit: a bool is 1 or 0. */
export function asNumber(raw: Value, rule: InputRule): number {
  const value = Number(raw);
  // Adding 0 makes 0 of −0, so that nothing divided by an input depends on the sign of a zero.
  return (rule.saturates ? Math.min(Math.max(value, rule.lo), rule.hi) : value) + 0;
}

/** A number, count or bool as a number; NaN where it is missing or does not fit. */
export function readNumber(raw: Value | undefined, rule: InputRule, step: number | null, invalid: Invalid[]): number {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return NaN;
  const reason = numberProblem(value, rule);
  if (reason === undefined) return asNumber(value, rule);
  invalid.push({ step, signal: rule.name, value, reason });
  return NaN;
}

/** A text; null where it is missing or does not fit. */
export function readText(raw: Value | undefined, rule: InputRule, step: number | null, invalid: Invalid[]): string | null {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return null;
  const reason = textProblem(value, rule);
  if (reason === undefined) return value as string;
  invalid.push({ step, signal: rule.name, value, reason });
  return null;
}

/** A vector into `out` from index `at`; components that do not fit are NaN, all of them where it is no array of that size. */
export function readVector(
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

/**
 * A list; null where it is missing or no array. `shape` tells what its elements are: empty for numbers, bools and texts, else
 * the sizes of the arrays within, outermost first, null for a list. Elements that do not fit are NaN or null.
 */
export function readList(
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

/** One element of a list, or an array of them; `where` names its place. */
export function readElement(
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
 * The raw value of a signal that is known once per episode: from `end`, else for one known at the start from `start` or the
 * first step, for others from the last step. So one completion's values feed signals of every timing.
 */
export function readOnce(
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
