// Makes one node from its meaning, so that the node and the Info of a value never disagree.
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, type Interval, TRUTH } from "../../runtime/interval.ts";
import type { Node, ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { BOOL, isBool, isNumeric, NUMBER } from "../types/value-types.ts";
import { PURE, unitText } from "../types/units.ts";
import { rangeOf } from "./builder.ts";
import type { Context, Lowered } from "./context.ts";

type Operation<N = Node> = N extends Node ? Omit<N, "type" | "timing" | "optional" | "range" | "unit" | "source"> : never;

export function make(context: Context, operation: Operation, info: Info, span?: Span): Lowered {
  const range = isNumeric(info.type) && !isBool(info.type) ? rangeOf(info.range) : undefined;
  const unit = unitText(info.unit);
  const node = {
    ...operation,
    type: info.type,
    timing: info.timing,
    ...(info.optional ? { optional: true } : {}),
    ...(range !== undefined ? { range } : {}),
    ...(unit !== "" ? { unit } : {}),
    ...(span !== undefined ? { source: [span.start, span.end] } : {}),
  } as Node;
  const id = node.op === "previous" ? context.builder.addPrevious(node) : context.builder.add(node);
  return { kind: "value", node: id, info };
}

/** The meaning of something known before anything runs. */
export function constantInfo(type: ValueType, range: Interval = EVERYTHING, unitFree = false): Info {
  return { type, optional: false, timing: "constant", unit: PURE, unitFree, range, trust: "verified" };
}

export function makeNumber(context: Context, value: number, span?: Span): Lowered {
  if (value === Number.POSITIVE_INFINITY) {
    return make(context, { op: "infinity" }, constantInfo(NUMBER, { lo: value, hi: value }, true), span);
  }
  return make(context, { op: "constant", value }, constantInfo(NUMBER, { lo: value, hi: value }, true), span);
}

export function makeBool(context: Context, value: boolean, span?: Span): Lowered {
  const bound = value ? 1 : 0;
  return make(context, { op: "constant", value }, constantInfo(BOOL, { lo: bound, hi: bound }), span);
}

/** The meaning of a condition over parts whose timing and trust are known. */
export function truthInfo(type: ValueType, from: Pick<Info, "timing" | "trust">): Info {
  return { type, optional: false, timing: from.timing, unit: PURE, unitFree: false, range: TRUTH, trust: from.trust };
}

/** The number a constant node holds, where it does. */
export function constantNumber(context: Context, value: Lowered): number | undefined {
  const node = context.builder.nodes[value.node];
  if (node?.op === "constant" && typeof node.value === "number") return node.value;
  if (node?.op === "infinity") return Number.POSITIVE_INFINITY;
  if (node?.op === "apply" && node.operator === "negate") {
    const inner = context.builder.nodes[node.args[0]!];
    if (inner?.op === "infinity") return Number.NEGATIVE_INFINITY;
  }
  return undefined;
}
