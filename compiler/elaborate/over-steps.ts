// A step value folded over the episode where nobody wrote it, because only one reading makes sense.
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Context, Lowered } from "./context.ts";
import { make } from "./make.ts";
import { reducedMeaning } from "./reductions.ts";

export function overSteps(name: "any" | "last", value: Lowered, span: Span, context: Context): Lowered {
  const operator = operatorByName.get(name)!;
  const count = { lo: 1, hi: context.settings.horizon ?? Number.POSITIVE_INFINITY };
  const meaning = reducedMeaning(operator, value.info, count);
  const info = { ...value.info, ...meaning, timing: "end" as const };
  return make(context, { op: "aggregate", operator: name, axis: "steps", args: [value.node] }, info, span);
}
