// Makes one node from its meaning, so that the node and the Info of a value never disagree.
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, type Interval, TRUTH } from "../../runtime/interval.ts";
import type { ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { PURE, unitText } from "../types/units.ts";
import { BOOL, isBool, isNumeric, NUMBER } from "../types/value-types.ts";
import { type Meaning, type Operation, rangeOf } from "./builder.ts";
import type { Context, Lowered } from "./context.ts";

export function make(context: Context, operation: Operation, info: Info, span?: Span): Lowered {
  const place = span && (context.outside?.at ?? span);
  const source: [number, number] | undefined = place && [place.start, place.end];
  if (info.unit !== PURE) context.builder.units.set(unitText(info.unit), info.unit);
  return { kind: "value", node: context.builder.add(operation, meaningOf(info), source), info };
}

function meaningOf(info: Info): Meaning {
  const meaning: Meaning = { type: info.type, timing: info.timing };
  if (info.optional) meaning.optional = true;
  const range = isNumeric(info.type) && !isBool(info.type) ? rangeOf(info.range) : undefined;
  if (range !== undefined) meaning.range = range;
  const unit = unitText(info.unit);
  if (unit !== "") meaning.unit = unit;
  return meaning;
}

/** The meaning of something known before anything runs. */
export function constantInfo(type: ValueType, range: Interval = EVERYTHING, unitFree = false): Info {
  return { type, optional: false, timing: "constant", unit: PURE, unitFree, range, trust: "verified" };
}

export function makeNumber(context: Context, value: number, span?: Span): Lowered {
  const info = constantInfo(NUMBER, { lo: value, hi: value }, true);
  return make(context, value === Number.POSITIVE_INFINITY ? { op: "infinity" } : { op: "constant", value }, info, span);
}

export function makeBool(context: Context, value: boolean, span?: Span): Lowered {
  const bound = value ? 1 : 0;
  return make(context, { op: "constant", value }, constantInfo(BOOL, { lo: bound, hi: bound }), span);
}

/** The meaning of a condition over parts whose timing and trust are known. */
export function truthInfo(type: ValueType, from: Pick<Info, "timing" | "trust">): Info {
  return { type, optional: false, timing: from.timing, unit: PURE, unitFree: false, range: TRUTH, trust: from.trust };
}
