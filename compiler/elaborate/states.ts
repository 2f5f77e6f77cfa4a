// States: a value with memory, made with its own previous value at hand.
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Info } from "../model.ts";
import { applyOperator } from "./apply.ts";
import type { Placed } from "./combine.ts";
import type { Context, Lowered } from "./context.ts";
import { make } from "./make.ts";

/** A state of the meaning `info` whose next value is made from its previous one. A scalar start fills a vector. */
export function makeState(
  name: string,
  starts: Lowered,
  info: Info,
  span: Span,
  context: Context,
  next: (previous: Lowered) => Lowered | undefined,
): { state: Lowered; previous: Lowered } | undefined {
  const meaning: Info = { ...info, optional: false, timing: "step" };
  const from = fillStart(starts, meaning, context);
  const previous = make(context, { op: "previous", of: -1, starts: from.node }, meaning, span);
  const value = next(previous);
  if (value === undefined) return undefined;
  const state = make(context, { op: "state", args: [from.node, value.node], name: `${name}_${previous.node}` }, meaning, span);
  context.builder.tie(previous.node, state.node);
  return { state, previous };
}

export function fillStart(starts: Lowered, info: Info, context: Context): Lowered {
  if (info.type.kind !== "vector" || starts.info.type.kind === "vector") return starts;
  const args = Array.from({ length: info.type.size }, () => starts.node);
  return make(context, { op: "vector", args }, { ...starts.info, type: info.type });
}

/** min or max of several values. */
export function extreme(name: "min" | "max", parts: readonly Placed[], span: Span, context: Context): Lowered | undefined {
  const operator = operatorByName.get(name);
  if (operator === undefined) return undefined;
  const filled = parts.map((part, index) => ({ ...part, parameter: operator.parameters[Math.min(index, operator.parameters.length - 1)]! }));
  return applyOperator(operator, filled, span, context);
}
