// Whether values fit the signals they are for: what is of another type becomes missing, and every misfit is reported with its place.
import { inputRule } from "../../runtime/inputs.ts";
import type { SignalDeclaration, ValueType } from "../../runtime/program.ts";
import type { Invalid, Value } from "../../runtime/trajectory.ts";
import { readList, readNumber, readText, readVector } from "../../runtime/validate-input.ts";

export interface Misfit {
  signal: SignalDeclaration;
  value: Value;
  /** `is not a number`, as the end of a sentence. */
  reason: string;
  /** The value is of the right type, only out of its range: it is kept, and the evaluator fails closed on it. */
  outside: boolean;
}

/** Sets values of a wrong type to null, in place. Missing values are reported where `required` says so. */
export function checkValues(
  row: Record<string, Value | undefined>,
  signals: readonly SignalDeclaration[],
  required: (signal: SignalDeclaration) => boolean,
): Misfit[] {
  return signals.flatMap((signal): Misfit[] => {
    const value = row[signal.name];
    if (value === undefined || value === null) {
      const misses = required(signal) && !mayMiss(signal);
      return misses ? [{ signal, value: null, reason: "is missing", outside: false }] : [];
    }
    const reason = reasonFor(signal, value);
    if (reason === undefined) return [];
    const outside = /outside|is not one of/.test(reason);
    if (!outside) row[signal.name] = null;
    return [{ signal, value, reason, outside }];
  });
}

/** Declared optional, or with a default. */
export function mayMiss(signal: SignalDeclaration): boolean {
  return signal.optional || signal.tags.default !== undefined;
}

function reasonFor(signal: SignalDeclaration, value: Value): string | undefined {
  const rule = inputRule(signal);
  const invalid: Invalid[] = [];
  const { type } = signal;
  if (type.kind === "vector") readVector(value, type.size, rule, 0, invalid, new Float64Array(type.size), 0);
  else if (type.kind === "list") readList(value, shapeOf(type.of), rule, 0, invalid);
  else if (type.kind === "text") readText(value, rule, 0, invalid);
  else readNumber(value, rule, 0, invalid);
  return invalid[0]?.reason;
}

/** Sizes of the arrays inside a list, outermost first. */
function shapeOf(type: ValueType): (number | null)[] {
  if (type.kind === "vector") return [type.size];
  return type.kind === "list" ? [null, ...shapeOf(type.of)] : [];
}

/** What a person does about it. */
export function adviceFor({ signal, reason, outside }: Misfit): string {
  if (reason === "is missing") return `Write it, or declare '${signal.name}' with '?' or a 'default'.`;
  if (outside) return `Widen the declared range, or convert it in the data block. The value fails closed.`;
  return `Convert it in the data block, or repair the log. The value is taken as missing.`;
}
