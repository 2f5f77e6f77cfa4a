// States: a value with memory, made with its own previous value at hand.
import type { Span } from "../../grammar/span.ts";
import type { Info } from "../model.ts";
import type { Context, Lowered } from "./context.ts";
import { make } from "./make.ts";

export interface State {
  /** Where `next` cannot be computed it keeps its value. */
  state: Lowered;
  previous: Lowered;
  next: Lowered;
}

/** A state of the meaning `info` whose next value is made from its previous one. A scalar start fills a vector. */
export function makeState(
  name: string,
  starts: Lowered,
  info: Info,
  span: Span,
  context: Context,
  makeNext: (previous: Lowered) => Lowered | undefined,
): State | undefined {
  const meaning: Info = { ...info, optional: false, timing: "step" };
  const from = fillVector(starts, meaning, context);
  const previous = make(context, { op: "previous", of: -1, starts: from.node }, meaning, span);
  const next = makeNext(previous);
  if (next === undefined) return undefined;
  const state = make(context, { op: "state", args: [from.node, next.node], name: `${name}_${previous.node}` }, meaning, span);
  context.builder.tie(previous.node, state.node);
  return { state, previous, next };
}

/** A single value in every element, where a vector is wanted. */
export function fillVector(value: Lowered, info: Info, context: Context): Lowered {
  if (info.type.kind !== "vector" || value.info.type.kind === "vector") return value;
  const args = Array.from({ length: info.type.size }, () => value.node);
  return make(context, { op: "vector", args }, { ...value.info, type: info.type });
}
